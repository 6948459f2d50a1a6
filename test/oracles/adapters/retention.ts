// `parallel` and `map_test`: how many components.
import { minimumAveragePartial, parallelAnalysis, principalComponents } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { startOf } from './correlations.ts';

export function parallel(data: OracleData, options: OracleOptions): OracleValues {
  const start = startOf(data, options);
  const { eigenvalues } = principalComponents(start.matrix);
  const found = parallelAnalysis(eigenvalues, start.n, Number(options.seed ?? 1), Number(options.reps ?? 1000));
  return {
    n: start.n,
    p: start.items.length,
    reps: found.replications,
    observed: eigenvalues,
    sim_mean: found.means,
    sim_p95: found.percentile95,
    retained_p95: found.retained,
    retained_mean: found.retainedByMean,
  };
}

export function map(data: OracleData, options: OracleOptions): OracleValues {
  const found = minimumAveragePartial(startOf(data, options).matrix);
  return {
    map_squared: found.averagesSquared,
    map_fourth: found.averagesFourth,
    components_squared: found.squared,
    components_fourth: found.fourth,
  };
}
