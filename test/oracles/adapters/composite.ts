// `composite`: component scores weighted into one, and its rescalings.
import { composite, describe, minMax, proportionalWeights, standardScores, sumsOfSquares } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { componentsOf, type Components } from './pca.ts';

export function weightsOf(found: Components, option: unknown): number[] {
  const shares = sumsOfSquares(found.loadings);
  if (option === undefined || option === 'rotated_pct') return proportionalWeights(shares);
  if (option === 'unrotated_pct') return proportionalWeights(found.eigenvalues.slice(0, shares.length));
  if (option === 'equal') return proportionalWeights(shares.map(() => 1));
  if (Array.isArray(option)) return proportionalWeights(option.map(Number));
  throw new Unsupported(`weights ${String(option)}`);
}

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const found = componentsOf(data, options);
  const weights = weightsOf(found, options.weights);
  const complete = found.scores.map((column) => Float64Array.from(found.start.rows, (row) => column[row]!));
  const raw = composite(complete, weights);
  const block = (values: Float64Array): OracleValues => {
    const { mean, sd, min, max } = describe(values);
    return { head: [...values.slice(0, 8)], mean, sd, min, max, sum_abs: values.reduce((sum, value) => sum + Math.abs(value), 0) };
  };
  return {
    n: complete[0]!.length,
    weights,
    raw: block(raw),
    minmax_0_100: block(minMax(raw, 0, 100)),
    tscore_50_10: block(standardScores(raw, 50, 10)),
    factor_minmax_mean: complete.map((column) => describe(minMax(column, 0, 100)).mean),
  };
}
