// One model from the fits of several completed copies of the data, by Rubin's rules. The rules are imputations.ts'.
import { atanh, tanh } from '../../numerics/exponential.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { imputedEstimate, imputedR2, imputedTest } from './imputations.ts';
import type { Coefficient, LinearFit } from './ols.ts';

const mean = (values: readonly (number | null)[]): number | null =>
  values.some((one) => one === null) ? null : values.reduce<number>((sum, one) => sum + one!, 0) / values.length;

/**
 * Coefficients, standard errors, t and intervals by Rubin's rules with Barnard and Rubin's degrees of freedom, the complete data's being
 * those of each fit's own t; F is D₁ of all slopes; R² by Fisher's z of R. β, VIF and sums of squares are means over the copies,
 * correlations means of their z. What belongs to one fit (likelihood, residuals) is not there.
 */
export function imputedFit(fits: readonly LinearFit[], confidence: number): LinearFit {
  const [first] = fits as [LinearFit, ...LinearFit[]];
  const across = (pick: (fit: LinearFit) => number | null): number | null => mean(fits.map(pick));
  const pooled = first.coefficients.map((_, j) => {
    const own = fits.map((fit) => fit.coefficients[j]!);
    const se = own.map((one) => one.se);
    const completeDf = mean(own.map((one) => (one.df === undefined ? first.df2 : one.df)));
    return completeDf === null || se.some((one) => one === null)
      ? null
      : imputedEstimate(
          own.map((one) => one.b),
          se.map((one) => one! * one!),
          completeDf,
          confidence,
        );
  });
  const coefficients = first.coefficients.map((one, j): Coefficient => {
    const own = fits.map((fit) => fit.coefficients[j]!);
    const found = pooled[j] ?? null;
    const z = (pick: (each: Coefficient) => number | null): number | null => {
      const value = mean(own.map((each) => (pick(each) === null ? null : atanh(pick(each)!))));
      return value === null ? null : tanh(value);
    };
    return {
      term: one.term,
      b: mean(own.map((each) => each.b))!,
      se: found?.se ?? null,
      t: found?.t ?? null,
      df: found?.df ?? null,
      p: found?.p ?? null,
      low: found?.low ?? null,
      high: found?.high ?? null,
      beta: mean(own.map((each) => each.beta)),
      tolerance: mean(own.map((each) => each.tolerance)),
      vif: mean(own.map((each) => each.vif)),
      zeroOrder: z((each) => each.zeroOrder),
      partial: z((each) => each.partial),
      part: z((each) => each.part),
    };
  });
  const slopes = fits.map((fit) => fit.coefficients.slice(1).map((one) => one.b));
  const test = imputedTest(slopes, fits.map(covarianceOfSlopes));
  const r2 = fits.some((fit) => fit.r2 === null) ? null : imputedR2(fits.map((fit) => fit.r2!));
  const residual = first.n - first.predictors - 1;
  return {
    ...first,
    coefficients,
    r2,
    adjustedR2: r2 === null ? null : 1 - ((1 - r2) * (first.n - 1)) / residual,
    f: test?.f ?? null,
    df1: test?.df1 ?? first.df1,
    df2: test?.df2 ?? first.df2,
    p: test?.p ?? null,
    rmse: across((fit) => fit.rmse),
    ssRegression: across((fit) => fit.ssRegression)!,
    ssResidual: across((fit) => fit.ssResidual)!,
    ssTotal: across((fit) => fit.ssTotal)!,
    aic: null,
    bic: null,
    aicFull: null,
    bicFull: null,
    logLikelihood: null,
    durbinWatson: null,
    breuschPagan: null,
    residuals: new Float64Array(0),
    imputed: { copies: fits.length, missingInformation: pooled.map((one) => one?.missingInformation ?? null) },
  };
}

function covarianceOfSlopes({ covariance, unscaledCovariance, ssResidual, n, predictors }: LinearFit): Matrix {
  const variance = ssResidual / (n - predictors - 1);
  const whole = covariance ?? unscaledCovariance.map((row) => row.map((value) => value * variance));
  return whole.slice(1).map((row) => row.slice(1));
}
