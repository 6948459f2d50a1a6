// What all models of this room report: coefficients with z, and how well the model fits beside one without predictors.
import { exp, log } from '../../numerics/exponential.ts';
import { chiSquareUpper, normalQuantile, normalUpper } from '../../numerics/distributions.ts';

export interface Estimate {
  readonly b: number;
  readonly se: number;
  readonly z: number;
  /** z², χ² on 1 df, as SPSS prints it. */
  readonly wald: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** z = b/se is normal in large samples under maximum likelihood: p and interval by Wald. */
export function estimateOf(b: number, variance: number, confidence: number): Estimate {
  const se = Math.sqrt(Math.max(0, variance));
  const z = b / se;
  const half = normalQuantile(1 - (1 - confidence) / 2) * se;
  return { b, se, z, wald: z * z, p: 2 * normalUpper(Math.abs(z)), low: b - half, high: b + half };
}

/** exp(b) with the ends of b's interval: odds, rates or relative risks, as the model has them. */
export function oddsOf({ b, low, high }: Pick<Estimate, 'b' | 'low' | 'high'>) {
  return { odds: exp(b), low: exp(low), high: exp(high) };
}

export interface Goodness {
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly chi2: number;
  readonly df: number;
  /** Null without predictors. */
  readonly p: number | null;
  /** 1 − LL/LL₀ (McFadden 1974). */
  readonly mcfadden: number;
  /** The same with the number of parameters taken off LL. */
  readonly mcfaddenAdjusted: number;
  /** 1 − exp(−χ²/n) (Cox & Snell 1989). */
  readonly coxSnell: number;
  /** Cox and Snell's over the largest it can be (Nagelkerke 1991, Biometrika 78:691–692). */
  readonly nagelkerke: number;
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
}

/** `parameters`: all that were estimated. */
export function goodnessOf(logLikelihood: number, nullLogLikelihood: number, n: number, df: number, parameters: number): Goodness {
  const chi2 = 2 * (logLikelihood - nullLogLikelihood);
  const coxSnell = 1 - exp(-chi2 / n);
  return {
    logLikelihood,
    nullLogLikelihood,
    chi2,
    df,
    p: df > 0 ? chiSquareUpper(Math.max(0, chi2), df) : null,
    mcfadden: 1 - logLikelihood / nullLogLikelihood,
    mcfaddenAdjusted: 1 - (logLikelihood - parameters) / nullLogLikelihood,
    coxSnell,
    nagelkerke: coxSnell / (1 - exp((2 * nullLogLikelihood) / n)),
    deviance: -2 * logLikelihood,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + parameters * log(n),
  };
}
