// A composite of component scores, its weights, and the ways to bring scores to a range.
import type { RescaleRule } from '../../plan/plan.ts';

/** Weights in proportion to shares (for example rotated explained variance), brought to a sum of 1. */
export function proportionalWeights(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Σ wₖ zₖ row by row; a row without one of the scores has no composite. */
export function composite(scores: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const rows = scores[0]?.length ?? 0;
  const out = new Float64Array(rows);
  for (const [k, column] of scores.entries()) {
    for (let row = 0; row < rows; row++) out[row] = out[row]! + weights[k]! * column[row]!;
  }
  return out;
}

/** Smallest and largest number, or null when there is none. */
export function rangeOfValues(values: Float64Array): { readonly low: number; readonly high: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? { low, high } : null;
}

/** Linear map of the observed range onto low..high (min–max). Constant values have no range: all become missing. */
export function minMax(values: Float64Array, low: number, high: number): Float64Array {
  const range = rangeOfValues(values);
  if (range === null || range.high === range.low) return new Float64Array(values.length).fill(NaN);
  const factor = (high - low) / (range.high - range.low);
  // The ends are set, not computed, so that rounding never yields 100.00000000000001.
  return values.map((value) => (value === range.high ? high : value === range.low ? low : low + (value - range.low) * factor));
}

/** Standard scores with the given mean and SD: `t` scores are 50 ± 10. */
export function standardScores(values: Float64Array, mean: number, sd: number): Float64Array {
  let n = 0;
  let total = 0;
  for (const value of values) if (!Number.isNaN(value)) { n++; total += value; }
  const centre = total / n;
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - centre) ** 2;
  const spread = Math.sqrt(squares / (n - 1));
  return values.map((value) => mean + (sd * (value - centre)) / spread);
}

export interface IndexScores { readonly index: Float64Array; readonly components: readonly Float64Array[] }

/**
 * Composite and components as the index's `rescale` says. `range`: composite of z-scores, then min–max, components by min–max
 * each. `components`: each component by min–max first, then their weighted mean. `none`: z-scores as they are. `t`: 50 ± 10.
 * `composed` are positions of the composed components, `weights` theirs.
 */
export function rescaledScores(scores: readonly Float64Array[], composed: readonly number[], weights: readonly number[], rule: RescaleRule): IndexScores {
  const parts = (columns: readonly Float64Array[]): Float64Array[] => composed.map((k) => columns[k]!);
  const rows = scores[0]?.length ?? 0;
  const whole = (columns: readonly Float64Array[]): Float64Array => (composed.length === 0 ? new Float64Array(rows).fill(NaN) : composite(parts(columns), weights));
  switch (rule.kind) {
    case 'none': return { index: whole(scores), components: scores };
    case 't': return { index: standardScores(whole(scores), 50, 10), components: scores.map((column) => standardScores(column, 50, 10)) };
    case 'range': return { index: minMax(whole(scores), rule.low, rule.high), components: scores.map((column) => minMax(column, rule.low, rule.high)) };
    case 'components': {
      const columns = scores.map((column) => minMax(column, rule.low, rule.high));
      return { index: whole(columns), components: columns };
    }
  }
}
