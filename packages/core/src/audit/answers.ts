// Whole-number answers on a scale: which sums and sums of squares n of them can have. The arithmetic under GRIM and GRIMMER.
import { square } from '../numerics/powers.ts';
import type { IndicatorPlan } from '../contract/variables.ts';
import { wholesIn, type Interval } from './interval.ts';

/** Answers are `origin + step · j` with whole j from 0 to `top`. */
export interface AnswerGrid {
  readonly origin: number;
  readonly step: number;
  readonly top: number;
}

/** The grid of an indicator whose answers are whole numbers on a scale; null when it has none. */
export function gridOf(indicator: IndicatorPlan): AnswerGrid | null {
  const { scale, askedOn } = indicator;
  if (scale === null) return null;
  const asked = askedOn ?? scale;
  const whole = [asked.low, asked.high].every(Number.isInteger) && asked.high > asked.low;
  return whole ? { origin: scale.low, step: (scale.high - scale.low) / (asked.high - asked.low), top: asked.high - asked.low } : null;
}

/** A mean on the scale, in steps above its origin. */
export function inSteps(grid: AnswerGrid, mean: Interval): Interval {
  return { low: (mean.low - grid.origin) / grid.step, high: (mean.high - grid.origin) / grid.step };
}

/**
 * The sums (in steps) of n answers whose mean rounds to the printed one (Brown & Heathers 2017, Social Psychological and Personality
 * Science 8:363–369).
 */
export function sumsFor(grid: AnswerGrid, mean: Interval, n: number): readonly number[] {
  const steps = inSteps(grid, mean);
  return wholesIn({ low: steps.low * n, high: steps.high * n }).filter((sum) => sum >= 0 && sum <= grid.top * n);
}

/** Smallest and largest Σj² of n whole numbers 0..top with a given sum: as even as can be, and at the two ends with one between. */
export function squaresFor(top: number, n: number, sum: number): Interval | null {
  if (sum < 0 || sum > top * n || n < 1) return null;
  const even = Math.floor(sum / n);
  const above = sum - even * n;
  const atTop = Math.floor(sum / top);
  return { low: above * square(even + 1) + (n - above) * square(even), high: atTop * square(top) + square(sum - atTop * top) };
}

/** Σj² that a printed SD allows: (n − d)·s² = Σj² − S²/n with divisor n − 1 (`d` 1) or n (`d` 0). */
export function squaresOfSd(grid: AnswerGrid, sd: Interval, n: number, sum: number, d: 0 | 1): Interval {
  const variance = (value: number): number => ((n - d) * square(Math.max(0, value))) / square(grid.step) + square(sum) / n;
  return { low: variance(sd.low), high: variance(sd.high) };
}

/**
 * Up to this many answers the sums of squares are enumerated one by one; beyond, every one of the right parity between the ends counts as
 * possible.
 */
const ENUMERATED = 30;

/**
 * Can n answers have this mean and this SD? By enumeration of sums and sums of squares (Σj² has the parity of Σj): Anaya's
 * GRIMMER (2016, PeerJ Preprints 4:e2400v1) without the closed form that is known to reject possible pairs (Allard 2018).
 */
export function possible(grid: AnswerGrid, mean: Interval, sd: Interval, n: number, d: 0 | 1 = 1): boolean {
  return sumsFor(grid, mean, n).some((sum) => {
    const bounds = squaresFor(grid.top, n, sum);
    if (bounds === null) return false;
    const wanted = squaresOfSd(grid, sd, n, sum, d);
    const candidates = wholesIn({ low: Math.max(bounds.low, wanted.low), high: Math.min(bounds.high, wanted.high) }).filter(
      (squares) => (squares - sum) % 2 === 0,
    );
    if (candidates.length === 0) return false;
    if (n > ENUMERATED || candidates.length > 60) return true;
    return candidates.some((squares) => attainable(grid.top, n, sum, squares, new Map()));
  });
}

/** Are there n whole numbers 0..top with this sum and this sum of squares? By how many stand at the top, and so on downwards. */
function attainable(top: number, n: number, sum: number, squares: number, known: Map<number, boolean>): boolean {
  if (top === 0) return sum === 0 && squares === 0;
  if (top === 1) return sum === squares && sum >= 0 && sum <= n;
  const bounds = squaresFor(top, n, sum);
  if (bounds === null || squares < bounds.low || squares > bounds.high) return n === 0 && sum === 0 && squares === 0;
  const key = ((top * 1000 + n) * 10_000 + sum) * 100_000 + squares;
  const before = known.get(key);
  if (before !== undefined) return before;
  let found = false;
  for (let count = Math.min(n, Math.floor(sum / top)); count >= 0 && !found; count--)
    found = attainable(top - 1, n - count, sum - count * top, squares - count * square(top), known);
  known.set(key, found);
  return found;
}

/** The largest SD of n answers whose mean is m: everybody at one of the two ends. Null when m is off the scale. */
export function largestSd(grid: AnswerGrid, mean: Interval, n: number): number | null {
  const steps = inSteps(grid, mean);
  const low = Math.max(0, steps.low);
  const high = Math.min(grid.top, steps.high);
  if (low > high) return null;
  const best = Math.min(Math.max(grid.top / 2, low), high);
  return grid.step * Math.sqrt((best * (grid.top - best) * n) / (n - 1));
}
