// `correlation`: Pearson, Spearman, Kendall and polychoric matrices.
import { correlationTable, meanSubstituted, polychoricTable } from '@studyspec/core';
import type { Correlation, CorrelationMethod } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { matrix, names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const variables = names(options.variables);
  const raw = variables.map((name) => numbers(data, name, options));
  const columns = options.missing === 'mean' ? meanSubstituted(raw).columns : raw;
  const missing = options.missing === 'pairwise' ? 'pairwise' : 'listwise';
  if (options.method === 'polychoric') {
    const { cells, thresholds } = polychoricTable(columns, missing);
    return {
      r: matrix(
        variables,
        variables,
        cells.map((row) => row.map((cell) => cell.rho)),
      ),
      n: matrix(
        variables,
        variables,
        cells.map((row) => row.map((cell) => cell.n)),
      ),
      tau: Object.fromEntries(variables.map((name, index) => [name, thresholds[index]])),
    };
  }
  const { cells } = correlationTable(columns, (options.method ?? 'pearson') as CorrelationMethod, missing);
  const of = (value: (cell: Correlation) => number | null) =>
    matrix(
      variables,
      variables,
      cells.map((row) => row.map(value)),
    );
  return {
    r: of((cell) => cell.r),
    n: of((cell) => cell.n),
    p_two_tailed: of((cell) => cell.p),
    ci95_fisher_low: of((cell) => cell.low),
    ci95_fisher_high: of((cell) => cell.high),
    covariance: of((cell) => cell.covariance),
  };
}
