// The non-central t distribution: what exact intervals for standardised differences are read from.
import { normalQuantile, normalUpper } from './distributions.ts';
import { exp, log } from './exponential.ts';
import { rootBetween } from './roots.ts';
import { betaRegularized, logGamma } from './special-functions.ts';

/** From so many degrees of freedom on a step of the series is made of the one before, and computed afresh after so many of them. */
const MANY = 8192;
const AFRESH = 64;

/**
 * P(T(df, δ) ≤ t), by Lenth's series (1989, Applied Statistics 38:185–189, AS 243): Φ(−δ) + ½Σⱼ[pⱼ·I(j + ½) + qⱼ·I(j + 1)] for t ≥ 0,
 * I(a) the incomplete beta of x = t²/(df + t²) with a and df/2, pⱼ Poisson weights of δ²/2 and qⱼ their neighbours at half steps. Summed
 * around the largest weight, so that no δ underflows; the betas by their recurrence downward, in which nothing cancels. NaN outside df > 0.
 */
function noncentralTCdf(t: number, df: number, delta: number): number {
  if (!(df > 0) || Number.isNaN(t) || Number.isNaN(delta)) return NaN;
  if (t === Infinity) return 1;
  if (t < 0) return 1 - noncentralTCdf(-t, df, -delta);
  const start = normalUpper(delta);
  if (t === 0) return start;
  const rate = (delta * delta) / 2;
  const x = t / (df / t + t);
  const y = df / (df + t * t);
  const spread = 40 + 12 * Math.sqrt(rate);
  const first = Math.max(0, Math.floor(rate - spread));
  const last = Math.ceil(rate + spread);
  const b = df / 2;
  let total = 0;
  if (rate === 0) total = betaRegularized(x, y, 0.5, b);
  // Whole steps and half steps: the same sum from a = j + ½ and from a = j + 1.
  else
    for (const [shift, sign] of [
      [0.5, 1],
      [1, Math.sign(delta)],
    ] as const) {
      let beta = betaRegularized(x, y, last + shift, b);
      let weight = exp((last + shift - 0.5) * log(rate) - rate - logGamma(last + shift + 0.5));
      let part = weight * beta;
      let step = 0;
      for (let j = last - 1; j >= first; j--) {
        const a = j + shift;
        // I(a) = I(a + 1) + xᵃyᵇ·Γ(a + b)/(Γ(a + 1)Γ(b)); of many cases there are thousands of steps, each by the one before.
        step =
          df < MANY || (last - 1 - j) % AFRESH === 0
            ? exp(a * log(x) + b * log(y) + logGamma(a + b) - logGamma(a + 1) - logGamma(b))
            : (step * (a + 1)) / (x * (a + b));
        beta += step;
        weight *= (a + 0.5) / rate;
        part += weight * beta;
      }
      total += sign * part;
    }
  return Math.min(1, Math.max(0, start + total / 2));
}

/** δ at which P(T(df, δ) ≤ t) = p: an end of the interval for δ. */
export function noncentralityOfT(t: number, df: number, p: number): number {
  if (!(df > 0) || !Number.isFinite(t) || !(p > 0 && p < 1)) return NaN;
  const above = (delta: number): number => p - noncentralTCdf(t, df, delta);
  const guess = t - normalQuantile(p) * Math.sqrt(1 + (t * t) / (2 * df));
  let width = 1 + Math.abs(guess - t);
  let low = guess;
  let high = guess;
  while (above(low) > 0 && width < 1e6) low -= width *= 2;
  width = 1 + Math.abs(guess - t);
  while (above(high) < 0 && width < 1e6) high += width *= 2;
  return rootBetween(above, low, high);
}
