// `correlate`: the table of a correlation study, with or without variables held constant.
import { correlationTable, describe, holmOverPairs, listwiseColumns, partialCorrelations } from '@studyspec/core';
import type { Correlation, CorrelationMethod } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { matrix, names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const variables = names(options.variables);
  const columns = variables.map((name) => numbers(data, name, options));
  const controls = names(options.control).map((name) => numbers(data, name, options));
  const method = (options.method ?? 'pearson') as CorrelationMethod;
  const listwise = controls.length > 0 || options.missing !== 'pairwise';
  const used = listwise ? listwiseColumns([...columns, ...controls]).slice(0, columns.length) : columns;
  const table = (cells: readonly (readonly (number | null)[])[]) => matrix(variables, variables, cells);
  const descriptives = Object.fromEntries(
    used.map((values, i) => {
      const { n, mean, sd, skewness, kurtosis } = describe(values);
      return [variables[i]!, { n, mean, sd, skewness, kurtosis }];
    }),
  );
  if (controls.length > 0) {
    const found = partialCorrelations(columns, controls, method);
    if (found === null) return { descriptives };
    const { n, df, r, p, low, high } = found;
    const holm = table(holmOverPairs(p));
    return { n, df, descriptives, r: table(r), p_two_tailed: table(p), ci95_low: table(low), ci95_high: table(high), p_holm: holm };
  }
  const { cells } = correlationTable(columns, method, listwise ? 'listwise' : 'pairwise');
  const of = (value: (cell: Correlation) => number | null) => cells.map((row) => row.map(value));
  const off = (value: (cell: Correlation) => number | null) =>
    table(of(value).map((row, i) => row.map((one, j) => (i === j ? null : one))));
  const p = of((cell) => cell.p);
  return {
    descriptives,
    n: table(of((cell) => cell.n)),
    r: table(of((cell) => cell.r)),
    p_two_tailed: table(p),
    ci95_low: off((cell) => cell.low),
    ci95_high: off((cell) => cell.high),
    z: off((cell) => cell.z),
    p_holm: table(holmOverPairs(p)),
  };
}
