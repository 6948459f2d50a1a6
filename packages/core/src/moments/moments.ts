// Counts, means and centred cross-products: the sums from which everything linear is computed. Rows with a missing value
// are left out here (listwise); pairwise.ts and substitution.ts hold the other two policies.

import { isConstant } from '../numerics/constant.ts';
import { linearsOf, listOf, rowsOf } from '../rowless/columns.ts';
import { commonMask, momentsOfLinear } from '../rowless/linear.ts';
import { EVERY } from '../rowless/source.ts';

export interface Moments {
  /** Rows, or the sum of their weights. */
  readonly n: number;
  readonly means: readonly number[];
  /** Centred cross-products Σ(xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ), p × p. */
  readonly cross: readonly (readonly number[])[];
}

/** Rows that are centred and multiplied at a time: p of these blocks stay in the processor's cache. */
const BLOCK = 512;

/** Row numbers where every column is a number and, with a mask, the mask is 1. */
export function completeRows(columns: readonly Float64Array[], mask?: Uint8Array): Uint32Array {
  const counted = linearsOf(columns);
  if (counted !== null) return listOf({ source: counted[0]!.source, within: commonMask(counted, maskGiven(mask)) });
  const rows = columns[0]?.length ?? 0;
  const kept = new Uint32Array(rows);
  let count = 0;
  next: for (let row = 0; row < rows; row++) {
    if (mask !== undefined && mask[row] !== 1) continue;
    for (const column of columns) if (Number.isNaN(column[row]!)) continue next;
    kept[count++] = row;
  }
  return kept.slice(0, count);
}

/**
 * Moments over the rows where every column is a number (listwise) and, with `mask`, the mask is 1.
 * Two passes: compensated means, then cross-products of the deviations by blocks, corrected by what the deviations still
 * sum to (Chan, Golub & LeVeque 1983, The American Statistician 37:242–247, equation 1.7). No rows: n = 0, zeros.
 */
export function momentsOf(columns: readonly Float64Array[], mask?: Uint8Array): Moments {
  const counted = linearsOf(columns);
  if (counted !== null) return momentsOfLinear(counted, maskGiven(mask));
  return sumUp(columns, completeRows(columns, mask), null);
}

/** The rows of a mask that has none. */
const maskGiven = (mask: Uint8Array | undefined) => (mask === undefined ? EVERY : (rowsOf(mask)?.within ?? EVERY));

/**
 * As momentsOf with frequency weights (SPSS WEIGHT BY): n is the sum of weights, means and cross-products are weighted. Rows
 * with a missing, zero or negative weight are left out, as SPSS does.
 */
export function weightedMomentsOf(columns: readonly Float64Array[], weights: Float64Array): Moments {
  const usable = Uint8Array.from(weights, (weight) => (weight > 0 && weight < Infinity ? 1 : 0));
  return sumUp(columns, completeRows(columns, usable), weights);
}

function sumUp(columns: readonly Float64Array[], rows: Uint32Array, weights: Float64Array | null): Moments {
  const p = columns.length;
  const count = rows.length;
  let n = count;
  if (weights !== null) {
    n = 0;
    for (const row of rows) n += weights[row]!;
  }
  const cross = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  if (count === 0) return { n: 0, means: Array.from({ length: p }, () => 0), cross };

  // A constant column has no variance at all, whatever rounding says of its mean.
  const still = columns.map((column) => isConstant(column, rows));
  const centres = columns.map((column, i) => (still[i] === true ? column[rows[0]!]! : compensatedMean(column, rows, weights, n)));
  const rest = new Float64Array(p);
  const blocks = columns.map(() => new Float64Array(BLOCK));
  const weightedBlock = new Float64Array(BLOCK);
  for (let start = 0; start < count; start += BLOCK) {
    const length = Math.min(BLOCK, count - start);
    for (let i = 0; i < p; i++) {
      const column = columns[i]!;
      const block = blocks[i]!;
      const centre = centres[i]!;
      let total = 0;
      for (let r = 0; r < length; r++) {
        const row = rows[start + r]!;
        const deviation = still[i] === true ? 0 : column[row]! - centre;
        block[r] = deviation;
        total += weights === null ? deviation : weights[row]! * deviation;
      }
      rest[i] = rest[i]! + total;
    }
    for (let i = 0; i < p; i++) {
      let left = blocks[i]!;
      if (weights !== null) {
        for (let r = 0; r < length; r++) weightedBlock[r] = weights[rows[start + r]!]! * left[r]!;
        left = weightedBlock;
      }
      const line = cross[i]!;
      for (let j = i; j < p; j++) {
        const right = blocks[j]!;
        let total = 0;
        for (let r = 0; r < length; r++) total += left[r]! * right[r]!;
        line[j] = line[j]! + total;
      }
    }
  }
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) {
      const corrected = cross[i]![j]! - (rest[i]! * rest[j]!) / n;
      cross[i]![j] = corrected;
      cross[j]![i] = corrected;
    }
  }
  return { n, means: centres.map((centre, i) => centre + rest[i]! / n), cross };
}

/** Σwx/Σw by Neumaier's compensated sum. */
function compensatedMean(column: Float64Array, rows: Uint32Array, weights: Float64Array | null, n: number): number {
  let total = 0;
  let lost = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const value = weights === null ? column[row]! : weights[row]! * column[row]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return (total + lost) / n;
}

/** Moments of two sets of rows together (Chan, Golub & LeVeque 1983, equation 2.1). */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const differences = b.means.map((mean, i) => mean - a.means[i]!);
  const factor = (a.n / n) * b.n;
  return {
    n,
    means: a.means.map((mean, i) => mean + (differences[i]! * b.n) / n),
    cross: a.cross.map((row, i) => row.map((value, j) => value + b.cross[i]![j]! + differences[i]! * differences[j]! * factor)),
  };
}

/** Covariances with n − 1. NaN throughout when n ≤ 1: callers look at n first. */
export function covarianceOf(moments: Moments): number[][] {
  return moments.cross.map((row) => row.map((value) => (moments.n > 1 ? value / (moments.n - 1) : NaN)));
}

/** Throws nothing: a constant column has correlation NaN with all others and the caller must refuse it beforehand. */
export function correlationOf(moments: Moments): number[][] {
  return moments.cross.map((row, i) =>
    row.map((value, j) => {
      const xx = row[i]!;
      const yy = moments.cross[j]![j]!;
      if (!(xx > 0 && yy > 0)) return NaN;
      return i === j ? 1 : correlationFromSums(value, xx, yy);
    }),
  );
}

/** xy/√(xx·yy), held within −1 and 1: one root where the product fits, so that a perfect correlation is 1 to the last digit. */
export function correlationFromSums(xy: number, xx: number, yy: number): number {
  const product = xx * yy;
  const root = product > 1e-280 && product < 1e280 ? Math.sqrt(product) : Math.sqrt(xx) * Math.sqrt(yy);
  return Math.max(-1, Math.min(1, xy / root));
}
