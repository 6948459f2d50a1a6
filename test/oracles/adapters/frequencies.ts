// `frequencies`: one table a variable.
import { frequencies } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const weight = options.weight === undefined || options.weight === null ? undefined : numbers(data, String(options.weight), options);
  return Object.fromEntries(
    names(options.variables).map((name) => {
      const { codes, levels } = category(data, name, options);
      const table = frequencies(codes, levels, weight);
      return [
        name,
        {
          valid_n: table.n,
          missing_n: table.missing,
          value: table.rows.map((row) => row.value),
          count: table.rows.map((row) => row.count),
          percent: table.rows.map((row) => row.percent),
          valid_percent: table.rows.map((row) => row.validPercent),
          cumulative_percent: table.rows.map((row) => row.cumulative),
        },
      ];
    }),
  );
}
