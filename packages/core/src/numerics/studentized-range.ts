// Tail and quantiles of the studentised range, the distribution of Tukey's and Games and Howell's comparisons.
import { wholePower } from './powers.ts';
import { exp, expm1, log, log1p } from './exponential.ts';
import { cos } from './trigonometry.ts';
import { normalDensity, normalUpper } from './distributions.ts';
import { rootBetween } from './roots.ts';
import { stirlingError } from './special-functions.ts';

/** Ranges beyond this have a probability below the smallest double. */
const WIDEST = 52;
const NODES = 18;
const STEP = 0.15;

/**
 * P(Q > q) for the range of k means, studentised with `df` degrees of freedom: ∫ f(s)·U(q·s) ds with f the density of
 * s = χ/√df and U the upper tail of the range of k standard normals,
 * U(w) = k ∫ φ(z)·[Φ(z)^(k−1) − (Φ(z) − Φ(z−w))^(k−1)] dz. Both by the trapezoid rule, the outer one over ln s, which
 * converges geometrically for such integrands; no difference of near numbers is formed, so that small tails keep their
 * digits. k ≥ 2, df > 0 (Infinity: known variance).
 */
export function studentizedRangeUpper(q: number, k: number, df: number): number {
  if (Number.isNaN(q) || !(k >= 2) || !(df > 0)) return NaN;
  if (q <= 0) return 1;
  if (q === Infinity) return 0;
  const range = rangeTail(k);
  // Beyond ten million the spread of s is below the accuracy of the tail itself.
  if (df > 1e7) return exp(range(q));
  // ln of 2·(df/2)^(df/2)·e^(−df/2)/Γ(df/2), the constant of the density of u = ln s.
  const constant = -stirlingError(df / 2) + 0.5 * log(df / Math.PI);
  const logTerm = (u: number): number => {
    const w = q * exp(u);
    return w > WIDEST ? -Infinity : constant + df * u - 0.5 * df * expm1(2 * u) + range(w);
  };
  const h = Math.min(0.12, 0.3 / Math.sqrt(2 * df));
  // The integrand has one peak, at or left of s = 1: climb to it, then add up both flanks.
  let peak = Math.min(0, Math.floor(log(WIDEST / q) / h));
  while (logTerm((peak - 1) * h) >= logTerm(peak * h) && peak > -1e6) peak--;
  const top = logTerm(peak * h);
  if (top === -Infinity) return 0;
  let total = 1;
  for (const direction of [-1, 1]) {
    for (let i = peak + direction; ; i += direction) {
      const part = exp(logTerm(i * h) - top);
      total += part;
      if (part < total * 1e-18) break;
    }
  }
  return Math.min(1, exp(top) * total * h);
}

/**
 * Quantiles that were asked for: comparisons of several outcomes by one category ask for the same, and each takes hundreds of integrals.
 */
const quantiles = new Map<string, number>();
const REMEMBERED = 256;

/** q with P(Q ≤ q) = p. */
export function studentizedRangeQuantile(p: number, k: number, df: number): number {
  const key = `${p} ${k} ${df}`;
  const known = quantiles.get(key);
  if (known !== undefined) return known;
  const q = quantileOf(p, k, df);
  if (quantiles.size >= REMEMBERED) quantiles.clear();
  quantiles.set(key, q);
  return q;
}

function quantileOf(p: number, k: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(k >= 2) || !(df > 0)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const miss = (logQ: number): number => log(1 - p) - log(studentizedRangeUpper(exp(logQ), k, df));
  let low = log(3);
  let high = low;
  while (miss(low) > 0) low -= 1;
  while (miss(high) < 0) high += 1;
  return exp(rootBetween(miss, low, high));
}

type LogTail = (w: number) => number;
const tails = new Map<number, LogTail>();

/**
 * ln U(w) for k normals, by Chebyshev interpolation on unit intervals that are computed when first asked for: the outer
 * integral asks for it hundreds of times at each q.
 */
function rangeTail(k: number): LogTail {
  const known = tails.get(k);
  if (known !== undefined) return known;
  const pieces: (Float64Array | undefined)[] = [];
  const grid: GridPoint[] = [];
  const tail: LogTail = (w) => {
    const interval = Math.floor(w);
    if (interval >= WIDEST + 1) return -Infinity;
    const piece = (pieces[interval] ??= chebyshev((x) => logRangeTail(x, k, grid), interval));
    const x = 2 * (w - interval) - 1;
    let b1 = 0;
    let b2 = 0;
    for (let j = NODES - 1; j >= 1; j--) {
      const b0 = 2 * x * b1 - b2 + piece[j]!;
      b2 = b1;
      b1 = b0;
    }
    return x * b1 - b2 + piece[0]!;
  };
  tails.set(k, tail);
  return tail;
}

function chebyshev(f: (x: number) => number, from: number): Float64Array {
  const values = Array.from({ length: NODES }, (_, i) => f(from + (1 + cos((Math.PI * (i + 0.5)) / NODES)) / 2));
  return Float64Array.from({ length: NODES }, (_, j) => {
    const total = values.reduce((t, value, i) => t + value * cos((Math.PI * j * (i + 0.5)) / NODES), 0);
    return ((j === 0 ? 1 : 2) * total) / NODES;
  });
}

/** What a point z of the inner integral has for every w: Φ(z), and φ(z)·Φ(z)^(k−1). */
interface GridPoint {
  readonly below: number;
  readonly density: number;
}

function logRangeTail(w: number, k: number, grid: GridPoint[]): number {
  let total = 0;
  for (let i = 0, z = -9; z <= w + 9; i++, z += STEP) {
    if (i === grid.length) {
      const below = normalUpper(-z);
      grid.push({ below, density: normalDensity(z) * wholePower(below, k - 1) });
    }
    const point = grid[i]!;
    total += point.density * -expm1((k - 1) * log1p(-Math.min(1, normalUpper(w - z) / point.below)));
  }
  return log(k * STEP * total);
}
