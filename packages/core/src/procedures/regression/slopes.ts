// Simple slopes of a model with a product, and where they are significant. The model itself is ols.ts'.
import { tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { square } from '../../numerics/powers.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';

export interface SimpleSlope {
  readonly slope: number;
  readonly se: number | null;
  readonly t: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A sum of coefficients, each times a weight: `{ at, times }` by place in `b` and in the covariance. */
export type Combination = readonly { readonly at: number; readonly times: number }[];

/**
 * The slope at one value of the moderator: b_x + Σ times·b, with the standard error of that sum from the full covariance (Aiken & West
 * 1991, Multiple Regression: Testing and Interpreting Interactions, eq. 2.2). `df`: of t. Without a covariance (a perfect fit) there is no
 * standard error.
 */
export function simpleSlope(b: readonly number[], covariance: Matrix | null, of: Combination, df: number, confidence: number): SimpleSlope {
  const slope = of.reduce((sum, { at, times }) => sum + times * b[at]!, 0);
  if (covariance === null) return { slope, se: null, t: null, p: null, low: null, high: null };
  let variance = 0;
  for (const one of of) for (const two of of) variance += one.times * two.times * covariance[one.at]![two.at]!;
  const se = Math.sqrt(Math.max(0, variance));
  const t = se === 0 ? null : slope / se;
  const reach = tQuantile(1 - (1 - confidence) / 2, df) * se;
  return { slope, se, t, p: t === null ? null : tTwoSided(t, df), low: slope - reach, high: slope + reach };
}

/** Values of the moderator at which the slope is just significant. */
export interface SignificantRegion {
  readonly low: number;
  readonly high: number;
  /** The slope is significant below `low` and above `high`; false: between them. */
  readonly outside: boolean;
}

/**
 * Johnson & Neyman 1936, Statistical Research Memoirs 1:57–93; Bauer & Curran 2005, Multivariate Behavioral Research 40:373–400: the
 * roots w of (b_x + b_xw·w)² = t²·var(b_x + b_xw·w), t the quantile on the residual degrees of freedom. Null where there is none: the slope
 * is significant everywhere or nowhere.
 */
export function significantRegion(
  slope: { readonly b: number; readonly variance: number },
  product: { readonly b: number; readonly variance: number },
  covariance: number,
  df: number,
  confidence: number,
): SignificantRegion | null {
  const t2 = square(tQuantile(1 - (1 - confidence) / 2, df));
  const a = square(product.b) - t2 * product.variance;
  const half = slope.b * product.b - t2 * covariance;
  const c = square(slope.b) - t2 * slope.variance;
  const discriminant = square(half) - a * c;
  if (a === 0 || !(discriminant > 0)) return null;
  // The larger root first: no digits are lost by subtraction.
  const far = -half - (half < 0 ? -1 : 1) * Math.sqrt(discriminant);
  const [one, two] = [far / a, c / far];
  return { low: Math.min(one, two), high: Math.max(one, two), outside: a > 0 };
}
