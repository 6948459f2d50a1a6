// Sampling weights in the sums: they say how many of the population a row stands for, not how often it was counted, so n stays the number
// of rows.
import { sum } from '../numerics/sums.ts';
import { completeRows, correlationOf, covarianceOf, weightedMomentsOf, type Moments } from './moments.ts';
import type { PairwiseMoments } from './pairwise.ts';

/**
 * Weights of the rows that are used, brought to a sum of their number: with them weighted moments have n rows, means Σwx/Σw and covariances
 * Σw(x − x̄)(y − ȳ)/Σw · n/(n − 1), whatever the weights' own sum. 0 for rows that are not used.
 */
export function relativeWeights(weights: Float64Array, rows: Uint8Array): Float64Array {
  const used = weights.filter((weight, row) => rows[row] === 1 && weight > 0);
  const factor = used.length / sum(used);
  return weights.map((weight, row) => (rows[row] === 1 && weight > 0 ? weight * factor : 0));
}

/** Moments of complete rows with a weight (and, with a mask, where that is 1) under sampling weights; n is the number of rows. */
export function designMomentsOf(columns: readonly Float64Array[], weights: Float64Array, mask?: Uint8Array): Moments {
  const usable = Uint8Array.from(weights, (weight, row) =>
    weight > 0 && weight < Infinity && (mask === undefined || mask[row] === 1) ? 1 : 0,
  );
  const complete = completeRows(columns, usable);
  const rows = new Uint8Array(weights.length);
  for (const row of complete) rows[row] = 1;
  const found = weightedMomentsOf(columns, relativeWeights(weights, rows));
  // Their sum is the number of rows but for rounding.
  return { ...found, n: complete.length };
}

/** As `pairwiseMoments` under sampling weights: every pair from the rows where both are numbers and the weight is positive. */
export function pairwiseDesignMoments(columns: readonly Float64Array[], weights: Float64Array): PairwiseMoments {
  const own = columns.map((column) => designMomentsOf([column], weights));
  const pairs = columns.map((x, i) => columns.slice(0, i).map((y) => designMomentsOf([y, x], weights)));
  const at = (i: number, j: number): Moments => (i === j ? own[i]! : pairs[Math.max(i, j)]![Math.min(i, j)]!);
  const square = <T>(of: (i: number, j: number) => T): T[][] => columns.map((_, i) => columns.map((__, j) => of(i, j)));
  const covariance = square((i, j) => {
    const moments = at(i, j);
    return moments.n > 1 ? covarianceOf(moments)[0]![i === j ? 0 : 1]! : null;
  });
  const correlation = square((i, j) => (i === j ? 1 : correlationOf(at(i, j))[0]![1]!));
  const n = square((i, j) => at(i, j).n);
  const complete =
    columns.length > 0 && own.every(({ cross }) => cross[0]![0]! > 0) && correlation.every((row) => row.every(Number.isFinite));
  return {
    n,
    correlation: complete ? correlation : null,
    covariance,
    means: own.map(({ means }) => means[0]!),
    sds: own.map((one) => (one.n > 1 ? Math.sqrt(covarianceOf(one)[0]![0]!) : 0)),
    minimumN: n.reduce((least, row) => Math.min(least, ...row), Infinity),
  };
}
