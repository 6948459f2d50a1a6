// `partial_correlation`: correlations with the control variables held constant.
import { partialCorrelations } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { matrix, names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const variables = names(options.variables);
  const found = partialCorrelations(
    variables.map((name) => numbers(data, name, options)),
    names(options.control).map((name) => numbers(data, name, options)),
  );
  if (found === null) return {};
  return { r: matrix(variables, variables, found.r), df: found.df, p_two_tailed: matrix(variables, variables, found.p) };
}
