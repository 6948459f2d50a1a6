// The non-central χ² distribution: what intervals for a misfit are read from.
import { exp, log } from './exponential.ts';
import { rootBetween } from './roots.ts';
import { gammaLower, logGamma } from './special-functions.ts';

/**
 * P(χ²(df, λ) ≤ x): the mixture of central χ² with df + 2j degrees of freedom and Poisson(λ/2) weights, summed outward from the largest
 * weight until a term no longer counts (Johnson, Kotz & Balakrishnan 1995, chapter 29). NaN outside df > 0, λ ≥ 0.
 */
export function noncentralChiSquareCdf(x: number, df: number, lambda: number): number {
  if (!(df > 0) || !(lambda >= 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  if (lambda === 0) return gammaLower(df / 2, x / 2);
  const rate = lambda / 2;
  const mode = Math.floor(rate);
  const start = exp(mode * log(rate) - rate - logGamma(mode + 1));
  let total = 0;
  let weight = start;
  for (let j = mode; ; j++) {
    const term = weight * gammaLower(df / 2 + j, x / 2);
    total += term;
    weight *= rate / (j + 1);
    // Weights beyond the mode fall ever faster, and so do the central probabilities.
    if (weight < 1e-18 || term < 1e-18 * total) break;
  }
  weight = start;
  for (let j = mode - 1; j >= 0; j--) {
    weight *= (j + 1) / rate;
    total += weight * gammaLower(df / 2 + j, x / 2);
    if (weight < 1e-18) break;
  }
  return Math.min(1, total);
}

/** λ at which P(χ²(df, λ) ≤ x) = p: an end of the interval for λ. 0 where even λ = 0 leaves less than p below x. */
export function noncentralityAt(x: number, df: number, p: number): number {
  const above = (lambda: number): number => p - noncentralChiSquareCdf(x, df, lambda);
  if (above(0) >= 0) return 0;
  let high = Math.max(1, x);
  while (above(high) < 0 && high < 1e12) high *= 2;
  return rootBetween(above, 0, high);
}
