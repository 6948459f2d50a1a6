// Estimates from completed copies of the data made one, by Rubin's rules. How copies are made is not here.
import { fUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { atanh, tanh } from '../../numerics/exponential.ts';
import { inverseSymmetric, type Matrix } from '../../numerics/linear-algebra.ts';
import { square } from '../../numerics/powers.ts';

export interface ImputedEstimate {
  readonly estimate: number;
  readonly se: number;
  readonly within: number;
  readonly between: number;
  readonly total: number;
  readonly t: number | null;
  /** Barnard & Rubin's; Rubin's of 1987 (null: infinite, nothing was imputed). */
  readonly df: number;
  readonly df1987: number | null;
  readonly p: number | null;
  readonly low: number;
  readonly high: number;
  /** Relative increase in variance, its share, the fraction of missing information, relative efficiency. */
  readonly increase: number;
  readonly lambda: number;
  readonly missingInformation: number | null;
  readonly efficiency: number | null;
}

/**
 * Rubin 1987, Multiple Imputation for Nonresponse in Surveys, ch. 3: the mean estimate; T = W + (1 + 1/m)B; riv = (1 + 1/m)B/W,
 * λ = (1 + 1/m)B/T; df = (m − 1)/λ² (1987), and with those of the complete data ν: 1/(1/df + 1/ν̂), ν̂ = ν(ν + 1)/(ν + 3)·(1 − λ)
 * (Barnard & Rubin 1999, Biometrika 86:948–955); fmi = (riv + 2/(df + 3))/(riv + 1). Null with fewer than two copies.
 */
export function imputedEstimate(
  estimates: readonly number[],
  variances: readonly number[],
  completeDf: number,
  confidence: number,
): ImputedEstimate | null {
  const m = estimates.length;
  if (m < 2) return null;
  const mean = estimates.reduce((sum, value) => sum + value, 0) / m;
  const within = variances.reduce((sum, value) => sum + value, 0) / m;
  const between = estimates.reduce((sum, value) => sum + square(value - mean), 0) / (m - 1);
  const added = (1 + 1 / m) * between;
  const total = within + added;
  const lambda = total === 0 ? 0 : added / total;
  const observed = ((completeDf * (completeDf + 1)) / (completeDf + 3)) * (1 - lambda);
  const old = lambda === 0 ? null : (m - 1) / square(lambda);
  const df = old === null ? observed : completeDf === Infinity ? old : (old * observed) / (old + observed);
  const se = Math.sqrt(total);
  const t = se === 0 ? null : mean / se;
  const reach = tQuantile(1 - (1 - confidence) / 2, df) * se;
  const increase = within === 0 ? 0 : added / within;
  const missingInformation = old === null ? null : (increase + 2 / (df + 3)) / (increase + 1);
  return {
    estimate: mean,
    se,
    within,
    between,
    total,
    t,
    df,
    df1987: old,
    p: t === null ? null : tTwoSided(t, df),
    low: mean - reach,
    high: mean + reach,
    increase,
    lambda,
    missingInformation,
    efficiency: old === null ? null : 1 / (1 + lambda / m),
  };
}

export interface ImputedTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** Average relative increase in variance. */
  readonly increase: number;
}

/**
 * D₁, the joint test of several estimates against 0 (Li, Raghunathan & Rubin 1991, JASA 86:1065–1073): F = Q̄′W̄⁻¹Q̄/(k(1 + r)),
 * r = (1 + 1/m)tr(BW̄⁻¹)/k; df₂ = 4 + (t − 4)(1 + (1 − 2/t)/r)² with t = k(m − 1), t(1 + 1/k)(1 + 1/r)²/2 where t ≤ 4. Null where the
 * mean covariance is singular or nothing was imputed.
 */
export function imputedTest(estimates: readonly (readonly number[])[], covariances: readonly Matrix[]): ImputedTest | null {
  const m = estimates.length;
  const k = estimates[0]?.length ?? 0;
  if (m < 2 || k === 0) return null;
  const mean = Array.from({ length: k }, (_, j) => estimates.reduce((sum, one) => sum + one[j]!, 0) / m);
  const within = mean.map((_, i) => mean.map((__, j) => covariances.reduce((sum, one) => sum + one[i]![j]!, 0) / m));
  const inverse = inverseSymmetric(within);
  if (inverse === null) return null;
  let trace = 0;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      const between = estimates.reduce((sum, one) => sum + (one[i]! - mean[i]!) * (one[j]! - mean[j]!), 0) / (m - 1);
      trace += between * inverse[j]![i]!;
    }
  const increase = ((1 + 1 / m) * trace) / k;
  if (increase <= 0) return null;
  const wald = mean.reduce((sum, value, i) => sum + value * inverse[i]!.reduce((own, one, j) => own + one * mean[j]!, 0), 0);
  const f = wald / (k * (1 + increase));
  const t = k * (m - 1);
  const df2 = t > 4 ? 4 + (t - 4) * square(1 + (1 - 2 / t) / increase) : (t * (1 + 1 / k) * square(1 + 1 / increase)) / 2;
  return { f, df1: k, df2, p: fUpper(Math.max(0, f), k, df2), increase };
}

/** R² of the copies by Fisher's z of R (Harel 2009, Journal of Applied Statistics 36:1109–1118). */
export function imputedR2(values: readonly number[]): number {
  return square(tanh(values.reduce((sum, value) => sum + atanh(Math.sqrt(value)), 0) / values.length));
}
