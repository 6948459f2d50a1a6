// Item statistics of one variable. CONTRACT STUB: implementation to come.
export interface Description {
  readonly n: number; readonly missing: number;
  readonly mean: number | null; readonly se: number | null; readonly sd: number | null; readonly variance: number | null;
  readonly skewness: number | null; readonly seSkewness: number | null; readonly kurtosis: number | null; readonly seKurtosis: number | null;
  readonly min: number | null; readonly max: number | null; readonly sum: number | null;
  readonly median: number | null; readonly q25: number | null; readonly q75: number | null; readonly mode: number | null;
}
export declare function describe(values: Float64Array, weights?: Float64Array): Description;
