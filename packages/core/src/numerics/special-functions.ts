// Incomplete gamma and beta functions with full relative accuracy in the tails: what the distributions are made of.
import { exp, log, log1p } from './exponential.ts';

const LOG_TWO_PI = log(2 * Math.PI);

/**
 * Error of Stirling's formula, ln Γ(a+1) − (a + ½)·ln a + a − ½·ln 2π, for a > 0. Asymptotic series (Abramowitz & Stegun
 * 6.1.41) beyond 16; below, stepped up to it by δ(a) − δ(a+1) = (a + ½)·ln(1 + 1/a) − 1.
 */
export function stirlingError(a: number): number {
  let at = a;
  let shift = 0;
  while (at < 16) {
    shift += (at + 0.5) * log1p(1 / at) - 1;
    at += 1;
  }
  const r = 1 / (at * at);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r / 156)))))) / at;
  return shift + series;
}

/** ln Γ(a) for a > 0. */
export function logGamma(a: number): number {
  return stirlingError(a) + (a - 0.5) * log(a) - a + LOG_TWO_PI / 2;
}

/**
 * x·ln(x/m) + m − x ≥ 0 without cancellation near x = m (the deviance part of Loader 2000, "Fast and accurate computation
 * of binomial probabilities"): with v = (x−m)/(x+m), ln(x/m) = 2·artanh v.
 */
function deviance(x: number, m: number): number {
  if (x === 0) return m;
  const v = (x - m) / (x + m);
  if (Math.abs(v) > 0.3) return x * log(x / m) + m - x;
  let power = v * v * v;
  let series = 0;
  for (let j = 3; j < 61; j += 2) {
    const next = series + power / j;
    if (next === series) break;
    series = next;
    power *= v * v;
  }
  return v * (x - m) + 2 * x * series;
}

/** ln of x^a·e^(−x)/Γ(a+1). */
function logGammaKernel(a: number, x: number): number {
  return -stirlingError(a) - deviance(a, x) - 0.5 * (LOG_TWO_PI + log(a));
}

/** Σ x^j / ((a+1)…(a+j)): P(a, x) = kernel × this. For x < a + 1. */
function gammaSeries(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let j = 1; j < 100_000; j++) {
    term *= x / (a + j);
    total += term;
    if (term < total * 1e-17) break;
  }
  return total;
}

/** Legendre's continued fraction of Γ(a, x)/(x^a·e^(−x)) (Abramowitz & Stegun 6.5.31, even part), by Lentz's method. For x ≥ a + 1. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let j = 1; j < 100_000; j++) {
    const an = -j * (j - a);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 2e-16) break;
  }
  return h;
}

function nonZero(value: number): number {
  return value === 0 ? 1e-300 : value;
}

/** P(a, x), the regularised lower incomplete gamma function; a > 0, x ≥ 0. */
export function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (x < a + 1) return exp(logGammaKernel(a, x)) * gammaSeries(a, x);
  return 1 - exp(logGammaUpperFar(a, x));
}

/** Q(a, x) = 1 − P(a, x). */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (x < a + 1) return 1 - exp(logGammaKernel(a, x)) * gammaSeries(a, x);
  return exp(logGammaUpperFar(a, x));
}

/** ln Q(a, x), finite where Q itself underflows. */
export function logGammaUpper(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x < a + 1) return log1p(-exp(logGammaKernel(a, x)) * gammaSeries(a, x));
  return logGammaUpperFar(a, x);
}

function logGammaUpperFar(a: number, x: number): number {
  // The kernel has Γ(a+1) where Q wants Γ(a).
  return logGammaKernel(a, x) + log(a) + log(gammaFraction(a, x));
}

/**
 * I_x(a, b), the regularised incomplete beta function, for a, b > 0. `y` is 1 − x, given apart because the caller knows it
 * better than subtraction does. Continued fraction by Lentz's method, from the side where it converges; the prefactor by Loader's
 * deviances, so that the far tail keeps its digits.
 */
export function betaRegularized(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x < (a + 1) / (a + b + 2) ? betaTail(x, y, a, b) : 1 - betaTail(y, x, b, a);
}

function betaTail(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const logKernel =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * y) +
    0.5 * (log(n / (a * b)) - LOG_TWO_PI);
  // x^a·y^b / B(a, b) = kernel · a·b/(a+b)
  return exp(logKernel) * ((a * b) / n) * betaFraction(x, y, a, b);
}

/**
 * The even part of continued fraction 26.5.8 in the form of DiDonato & Morris (1992, ACM TOMS 18:360–373, equation 9): a − (a+b)·x
 * is formed once, as a·y − b·x, so that nothing cancels when a is large and x near 1.
 */
function betaFraction(x: number, y: number, a: number, b: number): number {
  const c0 = 1 + a * y - b * x;
  let beta = (a / (a + 1)) * c0;
  let c = 1e300;
  let d = 1 / beta;
  let h = 1 / beta;
  for (let n = 1; n < 200_000; n++) {
    const between = a + 2 * n - 1;
    const w = n * (b - n) * x;
    const alpha = ((a + n - 1) / between) * ((a + b + n - 1) / between) * w * x;
    beta = n + w / between + ((a + n) / (a + 2 * n + 1)) * (c0 + n * (1 + y));
    d = 1 / nonZero(beta + alpha * d);
    c = nonZero(beta + alpha / c);
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 2e-16) break;
  }
  return h;
}
