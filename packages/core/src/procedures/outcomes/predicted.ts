// What a fitted model predicts of each of its cases.
import { indicesOf, type IndexFit } from './indices.ts';
import type { Responses } from './kernels.ts';

export interface Predicted {
  /** The first linear index of each case. */
  readonly eta: Float64Array;
  /** What the model predicts, one array a predicted value: of an ordered outcome, one a level. */
  readonly values: readonly Float64Array[];
}

export function predictedBy(fit: Pick<IndexFit, 'layout' | 'theta' | 'sample'>, responses: Responses): Predicted {
  const { layout, theta, sample } = fit;
  const q = layout.intercepts.length;
  const m = responses.count;
  const eta = new Float64Array(q);
  const [value, d, dd] = [new Float64Array(m), new Float64Array(m * q), new Float64Array(m * q * q)];
  const first = new Float64Array(sample.n);
  const values = Array.from({ length: m }, () => new Float64Array(sample.n));
  for (let row = 0; row < sample.n; row++) {
    indicesOf(layout, sample.x, theta, row, eta);
    responses.at(eta, value, d, dd);
    first[row] = eta[0]!;
    for (const [at, one] of values.entries()) one[row] = value[at]!;
  }
  return { eta: first, values };
}
