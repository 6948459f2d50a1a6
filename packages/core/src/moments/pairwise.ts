// Moments by pairs: every pair of columns from the rows where both are numbers.

import { areOneNumber } from '../numerics/constant.ts';
import { linearsOf, rowsOf, type Linear } from '../rowless/columns.ts';
import { momentsOfLinear } from '../rowless/linear.ts';
import { EVERY, type Mask } from '../rowless/source.ts';
import { correlationFromSums } from './moments.ts';

export interface PairwiseMoments {
  /** Rows of each pair; on the diagonal those of the column alone. */
  readonly n: readonly (readonly number[])[];
  /** Null when some pair has fewer than two rows or no variance in common. */
  readonly correlation: number[][] | null;
  /** With n − 1 of the pair; null where the pair has fewer than two rows. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** Of each column's own rows. */
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly minimumN: number;
}

/**
 * Pearson correlations with pairwise deletion: both means and both variances of r come from the rows of the pair (SPSS
 * CORRELATIONS and R's "pairwise.complete.obs"); `means` and `sds` are each column's own. The matrix may be indefinite. With
 * `mask`, only rows where it is 1.
 */
export function pairwiseMoments(columns: readonly Float64Array[], mask?: Uint8Array): PairwiseMoments {
  const counted = linearsOf(columns);
  const p = columns.length;
  const square = <T>(value: T): T[][] => Array.from({ length: p }, () => Array.from({ length: p }, () => value));
  const n = square(0);
  const correlation = square(1);
  const covariance = square<number | null>(null);
  let complete = p > 0;
  const within = mask === undefined ? EVERY : (rowsOf(mask)?.within ?? EVERY);
  const centres = counted?.map((one) => momentsOfLinear([one], within).means[0]!) ?? columns.map((column) => centreOf(column, mask));
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const pair =
        counted === null
          ? pairSums(columns[i]!, columns[j]!, centres[i]!, centres[j]!, mask)
          : sumsFromCounts(counted[i]!, counted[j]!, within);
      const r = correlationFromSums(pair.xy, pair.xx, pair.yy);
      if (!Number.isFinite(r)) complete = false;
      n[i]![j] = n[j]![i] = pair.n;
      correlation[i]![j] = correlation[j]![i] = i === j ? 1 : r;
      covariance[i]![j] = covariance[j]![i] = pair.n > 1 ? pair.xy / (pair.n - 1) : null;
    }
  }
  return {
    n,
    correlation: complete ? correlation : null,
    covariance,
    means: centres,
    sds: covariance.map((row, i) => Math.sqrt(row[i] ?? 0)),
    minimumN: n.reduce((least, row) => Math.min(least, ...row), Infinity),
  };
}

function sumsFromCounts(x: Linear, y: Linear, within: Mask): { n: number; xx: number; yy: number; xy: number } {
  const { n, cross } = momentsOfLinear([x, y], within);
  return { n, xx: cross[0]![0]!, yy: cross[1]![1]!, xy: cross[0]![1]! };
}

/** Mean of the column's numbers, twice refined; 0 when it has none. */
function centreOf(column: Float64Array, mask: Uint8Array | undefined): number {
  let centre = 0;
  for (let pass = 0; pass < 2; pass++) {
    let total = 0;
    let count = 0;
    for (let row = 0; row < column.length; row++) {
      if ((mask !== undefined && mask[row] !== 1) || Number.isNaN(column[row]!)) continue;
      total += column[row]! - centre;
      count++;
    }
    if (count === 0) return 0;
    centre += total / count;
  }
  return centre;
}

function pairSums(
  x: Float64Array,
  y: Float64Array,
  centreX: number,
  centreY: number,
  mask: Uint8Array | undefined,
): { n: number; xx: number; yy: number; xy: number } {
  let n = 0;
  let sx = 0;
  let sy = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let [lowX, highX, lowY, highY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let row = 0; row < x.length; row++) {
    const [ownX, ownY] = [x[row]!, y[row]!];
    const a = ownX - centreX;
    const b = ownY - centreY;
    if (Number.isNaN(a) || Number.isNaN(b) || (mask !== undefined && mask[row] !== 1)) continue;
    if (ownX < lowX) lowX = ownX;
    if (ownX > highX) highX = ownX;
    if (ownY < lowY) lowY = ownY;
    if (ownY > highY) highY = ownY;
    n++;
    sx += a;
    sy += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  if (n === 0) return { n, xx: 0, yy: 0, xy: 0 };
  const constantX = areOneNumber(lowX, highX);
  const constantY = areOneNumber(lowY, highY);
  return {
    n,
    // A column that is constant within the pair has no variance there, whatever rounding says.
    xx: constantX ? 0 : xx - (sx * sx) / n,
    yy: constantY ? 0 : yy - (sy * sy) / n,
    xy: constantX || constantY ? 0 : xy - (sx * sy) / n,
  };
}
