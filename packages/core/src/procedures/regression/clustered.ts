// Standard errors that allow the answers of one cluster (site, village, class) to be alike. The coefficients stay those of least squares.
import { fUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { inverseSymmetric, type Matrix } from '../../numerics/linear-algebra.ts';
import type { Coefficient, LinearFit } from './ols.ts';

/**
 * Cluster-robust covariance, CR1: V = c·(X′X)⁻¹(Σ_g X_g′e_g e_g′X_g)(X′X)⁻¹ with c = G/(G − 1)·(n − 1)/(n − k), k with the intercept (Liang & Zeger
 * 1986, Biometrika 73:13–22; Cameron & Miller 2015, Journal of Human Resources 50:317–372, equations 11 and 12), as Stata's `vce(cluster)` and
 * sandwich's `vcovCL(type = "HC1")` have it; t and intervals with G − 1 degrees of freedom. F is the Wald test of all slopes, F(k − 1, G − 1); with
 * no more clusters than slopes V has no inverse and F is null. `x` as given to the fit, `groups` one whole number a row of it.
 * Null with fewer than two clusters, or when the fit has no residuals (pairwise).
 */
export function clusteredFit(fit: LinearFit, x: readonly Float64Array[], groups: Int32Array, confidence: number): LinearFit | null {
  const { n, residuals, unscaledCovariance: bread } = fit;
  const size = x.length + 1;
  if (residuals.length !== n) return null;
  const position = new Map<number, number>();
  for (const group of groups) if (!position.has(group)) position.set(group, position.size);
  const clusters = position.size;
  if (clusters < 2) return null;
  const sums = Array.from({ length: clusters }, () => new Float64Array(size));
  for (let row = 0; row < n; row++) {
    const sum = sums[position.get(groups[row]!)!]!;
    sum[0] = sum[0]! + residuals[row]!;
    for (const [j, column] of x.entries()) sum[j + 1] = sum[j + 1]! + residuals[row]! * column[row]!;
  }
  const factor = (clusters / (clusters - 1)) * ((n - 1) / (n - size));
  const moved = sums.map((sum) => bread.map((row) => row.reduce((total, value, j) => total + value * sum[j]!, 0)));
  const covariance: Matrix = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => factor * moved.reduce((total, one) => total + one[i]! * one[j]!, 0)));
  const df = clusters - 1;
  const quantile = tQuantile(1 - (1 - confidence) / 2, df);
  const coefficients = fit.coefficients.map((one, j): Coefficient => {
    const se = one.se === null ? null : Math.sqrt(Math.max(0, covariance[j]![j]!));
    const t = se === null || se === 0 ? null : one.b / se;
    return { ...one, se, t, p: t === null ? null : tTwoSided(t, df), low: se === null ? null : one.b - quantile * se, high: se === null ? null : one.b + quantile * se };
  });
  const f = df < size - 1 ? null : waldF(covariance, fit.coefficients.slice(1).map((one) => one.b));
  return { ...fit, coefficients, clusters, f, df2: df, p: f === null ? null : fUpper(Math.max(0, f), size - 1, df) };
}

function waldF(covariance: Matrix, slopes: readonly number[]): number | null {
  const inverse = inverseSymmetric(covariance.slice(1).map((row) => row.slice(1)));
  if (inverse === null || slopes.length === 0) return null;
  return slopes.reduce((sum, b, i) => sum + b * inverse[i]!.reduce((inner, value, j) => inner + value * slopes[j]!, 0), 0) / slopes.length;
}
