// Ordinary least squares. CONTRACT STUB.
export interface Coefficient {
  /** `intercept` or the term's text. */
  readonly term: string;
  readonly b: number; readonly se: number | null; readonly t: number | null; readonly p: number | null; readonly low: number | null; readonly high: number | null;
  readonly beta: number | null; readonly tolerance: number | null; readonly vif: number | null;
  readonly zeroOrder: number | null; readonly partial: number | null; readonly part: number | null;
}
export interface LinearFit {
  readonly n: number; readonly predictors: number;
  readonly r2: number | null; readonly adjustedR2: number | null; readonly f: number | null; readonly df1: number; readonly df2: number; readonly p: number | null;
  readonly rmse: number | null; readonly ssRegression: number; readonly ssResidual: number; readonly ssTotal: number;
  readonly aic: number | null; readonly bic: number | null;
  /** From the rows; null when only moments were at hand (pairwise). */
  readonly durbinWatson: number | null; readonly breuschPagan: { readonly lm: number; readonly df: number; readonly p: number } | null;
  readonly coefficients: readonly Coefficient[];
}
