// Finds where a monotone function crosses zero: what the quantiles are computed with.
import { exp, log } from './exponential.ts';

/**
 * Root of `f` between `low` and `high`, where its signs differ, to the last digits (Chandrupatla 1997, Advances in
 * Engineering Software 28:145–149: inverse quadratic steps where they are safe, bisection otherwise).
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let a = high;
  let b = low;
  let fa = f(a);
  let fb = f(b);
  let c = a;
  let fc = fa;
  let fraction = 0.5;
  for (let step = 0; step < 200; step++) {
    const x = a + fraction * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) {
      c = a;
      fc = fa;
    } else {
      c = b;
      b = a;
      fc = fb;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = 2 * Number.EPSILON * Math.abs(best) + 1e-300;
    const limit = tolerance / Math.abs(b - a);
    if (fa === 0 || !(limit < 0.5)) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    fraction =
      phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
        ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    fraction = Math.min(1 - limit, Math.max(limit, fraction));
  }
  return a;
}

/** x > 0 where the rising function `f` crosses zero, searched outward from `start` in powers of two. */
export function positiveRoot(f: (x: number) => number, start: number): number {
  let low = start;
  let high = start;
  while (f(low) > 0 && low > 1e-300) low /= 4;
  while (f(high) < 0 && high < 1e300) high *= 4;
  if (low === high) return start;
  // Over the logarithm, so that a quantile of 1e-9 gets as many digits as one of 10.
  return exp(rootBetween((logX) => f(exp(logX)), log(low), log(high)));
}
