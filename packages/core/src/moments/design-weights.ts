// Sampling weights in the sums: they say how many of the population a row stands for, not how often it was counted, so n stays the number
// of rows.
import { sum } from '../numerics/sums.ts';
import { completeRows, weightedMomentsOf, type Moments } from './moments.ts';

/**
 * Weights of the rows that are used, brought to a sum of their number: with them weighted moments have n rows, means Σwx/Σw and covariances
 * Σw(x − x̄)(y − ȳ)/Σw · n/(n − 1), whatever the weights' own sum. 0 for rows that are not used.
 */
function relativeWeights(weights: Float64Array, rows: Uint8Array): Float64Array {
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
