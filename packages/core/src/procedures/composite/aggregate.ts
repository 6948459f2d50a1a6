// One value a case from the members of an index: mean, sum, weighted arithmetic or geometric mean, of those that were answered.
import { linearOf } from '../../rowless/columns.ts';
import { possibleEnds, stretchedColumn } from '../../rowless/linear.ts';
import { NeedsRows } from '../../rowless/needs-rows.ts';
import { exp, log } from '../../numerics/exponential.ts';

export interface Ends {
  readonly low: number;
  readonly high: number;
}

export interface Aggregated {
  readonly values: Float64Array;
  /** Cases of which not all members are there. */
  readonly partial: number;
  /** Geometric: cases that have 0 since a member is 0. */
  readonly zeros: number;
  /** Geometric: cases that have none since a member is below 0. */
  readonly negatives: number;
}

/** How many members of each row are there. */
function answeredCounts(columns: readonly Float64Array[]): Uint16Array {
  const counts = new Uint16Array(columns[0]?.length ?? 0);
  for (const column of columns) for (let row = 0; row < counts.length; row++) if (!Number.isNaN(column[row]!)) counts[row]!++;
  return counts;
}

/** Rows in which so many members are there at least. */
export function casesWith(columns: readonly Float64Array[], needs: number): Uint8Array {
  return Uint8Array.from(answeredCounts(columns), (count) => (count >= needs && count > 0 ? 1 : 0));
}

/**
 * Weighted mean of those members that are there, where `needs` of them are: arithmetic Σwⱼxⱼ / Σwⱼ, geometric exp(Σwⱼ ln xⱼ / Σwⱼ), the
 * sums over the members that are there. A geometric mean with a 0 is 0, and with a negative member there is none. Weights sum to 1.
 */
export function weightedMembers(
  columns: readonly Float64Array[],
  weights: readonly number[],
  needs: number,
  how: 'arithmetic' | 'geometric',
): Aggregated {
  const rows = columns[0]?.length ?? 0;
  const values = new Float64Array(rows).fill(NaN);
  let [partial, zeros, negatives] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    let [total, weighed, count, least] = [0, 0, 0, Infinity];
    for (const [j, column] of columns.entries()) {
      const value = column[row]!;
      if (Number.isNaN(value)) continue;
      count++;
      weighed += weights[j]!;
      if (value < least) least = value;
      total += weights[j]! * (how === 'arithmetic' ? value : value > 0 ? log(value) : 0);
    }
    if (count < needs || count === 0 || !(weighed > 0)) continue;
    if (how === 'geometric' && least < 0) {
      negatives++;
      continue;
    }
    const whole = count === columns.length;
    if (!whole) partial++;
    if (how === 'geometric' && least === 0) {
      zeros++;
      values[row] = 0;
      continue;
    }
    const one = whole ? total : total / weighed;
    values[row] = how === 'geometric' ? exp(one) : one;
  }
  return { values, partial, zeros, negatives };
}

/**
 * Mean, or sum, of the members that are there, where `needs` of them are. A sum of fewer than all is prorated: the mean of those that are
 * there times how many there are; `answered`: their bare sum.
 */
export function observedScore(columns: readonly Float64Array[], score: 'mean' | 'sum', needs: number, answered = false): Aggregated {
  const rows = columns[0]?.length ?? 0;
  const values = new Float64Array(rows).fill(NaN);
  let partial = 0;
  for (let row = 0; row < rows; row++) {
    let [total, count] = [0, 0];
    for (const column of columns) {
      const value = column[row]!;
      if (Number.isNaN(value)) continue;
      count++;
      total += value;
    }
    if (count < needs || count === 0) continue;
    if (count < columns.length) partial++;
    values[row] = score === 'mean' ? total / count : count === columns.length || answered ? total : (total / count) * columns.length;
  }
  return { values, partial, zeros: 0, negatives: 0 };
}

/** Linear map of `from` onto low..high; what lies beyond an end of `from` is held there (`outside` counts it). */
export function between(values: Float64Array, from: Ends, to: Ends): { readonly values: Float64Array; readonly outside: number } {
  if (!(from.high > from.low)) return { values: new Float64Array(values.length).fill(NaN), outside: 0 };
  const counted = linearOf(values);
  if (counted !== null) {
    const { low, high } = possibleEnds(counted);
    const hair = 1e-12 * Math.max(Math.abs(from.low), Math.abs(from.high));
    // What may lie outside is held at the end, row by row.
    if (low < from.low - hair || high > from.high + hair) throw new NeedsRows();
    return { values: stretchedColumn(counted, from, to, null), outside: 0 };
  }
  const factor = (to.high - to.low) / (from.high - from.low);
  // A hair's breadth of rounding is not outside.
  const slack = 1e-12 * Math.max(Math.abs(from.low), Math.abs(from.high));
  let outside = 0;
  const mapped = values.map((value) => {
    if (value < from.low - slack || value > from.high + slack) outside++;
    return value <= from.low ? to.low : value >= from.high ? to.high : to.low + (value - from.low) * factor;
  });
  return { values: mapped, outside };
}
