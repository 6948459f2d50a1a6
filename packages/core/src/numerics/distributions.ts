// Tail probabilities and quantiles of the normal, t, F and χ² distributions, accurate far out: an upper tail is computed as
// such and never as 1 − cdf. The studentised range has a file of its own.
import { exp, log } from './exponential.ts';
import { positiveRoot } from './roots.ts';
import { betaRegularized, gammaLower, gammaUpper, logGammaUpper } from './special-functions.ts';

export { studentizedRangeQuantile, studentizedRangeUpper } from './studentized-range.ts';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal. */
export function normalDensity(z: number): number {
  const high = Math.trunc(z * 16) / 16;
  // z² is split so that its rounding error does not reach the exponent.
  return (exp(-0.5 * high * high) * exp(-0.5 * (z - high) * (z + high))) / ROOT_TWO_PI;
}

/** P(Z > z). Series z + z³/3 + z⁵/15 + … (Abramowitz & Stegun 26.2.11) near 0, Laplace's continued fraction (26.2.14) beyond 1.5. */
export function normalUpper(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < -1.5) return 1 - normalUpper(-z);
  if (z > 38.6) return 0;
  if (z <= 1.5) {
    let term = z;
    let total = z;
    for (let j = 3; j < 200; j += 2) {
      term *= (z * z) / j;
      total += term;
      if (Math.abs(term) < 1e-18) break;
    }
    return 0.5 - normalDensity(z) * total;
  }
  let fraction = z;
  for (let j = 20 + Math.ceil(200 / (z * z)); j >= 1; j--) fraction = z + j / fraction;
  return normalDensity(z) / fraction;
}

export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/** z with P(Z ≤ z) = p. Start from Abramowitz & Stegun 26.2.23 and polish by Halley's steps. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  const q = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * log(q));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 4; step++) {
    const miss = (normalUpper(z) - q) / normalDensity(z);
    z += miss / (1 + 0.5 * z * miss);
  }
  return p < 0.5 ? -z : z;
}

/** P(|T| > |t|) with `df` > 0 degrees of freedom, not necessarily whole. */
export function tTwoSided(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) return NaN;
  if (df === Infinity) return 2 * normalUpper(Math.abs(t));
  if (Math.abs(t) === Infinity) return 0;
  // t²/df before the sums: t² alone may overflow.
  const ratio = (t / df) * t;
  if (ratio === Infinity) return 0;
  return betaRegularized(1 / (1 + ratio), ratio / (1 + ratio), df / 2, 0.5);
}

/** P(T > t). */
export function tUpper(t: number, df: number): number {
  const half = tTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/** t with P(T ≤ t) = p. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return NaN;
  if (p === 0.5) return 0;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (df === Infinity) return normalQuantile(p);
  const q = Math.min(p, 1 - p);
  const t = positiveRoot((x) => log(q) - log(tUpper(x, df)), Math.abs(normalQuantile(q)) || 1e-3);
  return p < 0.5 ? -t : t;
}

/** P(F > f) with d1 and d2 degrees of freedom. */
export function fUpper(f: number, d1: number, d2: number): number {
  if (Number.isNaN(f) || !(d1 > 0) || !(d2 > 0)) return NaN;
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  if (d2 === Infinity) return chiSquareUpper(f * d1, d1);
  const ratio = (d1 / d2) * f;
  if (ratio === Infinity) return 0;
  return betaRegularized(1 / (1 + ratio), ratio / (1 + ratio), d2 / 2, d1 / 2);
}

function fLower(f: number, d1: number, d2: number): number {
  if (d2 === Infinity) return gammaLower(d1 / 2, (f * d1) / 2);
  const ratio = (d1 / d2) * f;
  return betaRegularized(ratio / (1 + ratio), 1 / (1 + ratio), d1 / 2, d2 / 2);
}

/** f with P(F ≤ f) = p. */
export function fQuantile(p: number, d1: number, d2: number): number {
  if (!(p >= 0 && p <= 1) || !(d1 > 0) || !(d2 > 0)) return NaN;
  return positiveQuantile(
    p,
    (x) => fLower(x, d1, d2),
    (x) => fUpper(x, d1, d2),
    1,
  );
}

/** P(χ² > x) with `df` degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  if (Number.isNaN(x) || !(df > 0)) return NaN;
  return gammaUpper(df / 2, x / 2);
}

/** log₁₀ P(χ² > x): finite where the probability itself is below the smallest double. */
export function chiSquareLog10Upper(x: number, df: number): number {
  if (Number.isNaN(x) || !(df > 0)) return NaN;
  return logGammaUpper(df / 2, x / 2) / Math.LN10;
}

/** x with P(χ² ≤ x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return NaN;
  return positiveQuantile(
    p,
    (x) => gammaLower(df / 2, x / 2),
    (x) => gammaUpper(df / 2, x / 2),
    df,
  );
}

/** From the nearer tail, and on its logarithm: both keep the digits. */
function positiveQuantile(p: number, lower: (x: number) => number, upper: (x: number) => number, start: number): number {
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  return p <= 0.5 ? positiveRoot((x) => log(lower(x)) - log(p), start) : positiveRoot((x) => log(1 - p) - log(upper(x)), start);
}
