// `descriptives`: item statistics, by variable.
import { describe, listwiseColumns } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const variables = names(options.variables);
  let columns = variables.map((name) => numbers(data, name, options));
  let weight = options.weight === undefined || options.weight === null ? undefined : numbers(data, String(options.weight), options);
  if (options.missing === 'listwise') {
    const complete = listwiseColumns(weight === undefined ? columns : [...columns, weight]);
    columns = complete.slice(0, variables.length);
    weight &&= complete[variables.length];
  }
  return Object.fromEntries(
    variables.map((name, index) => {
      const found = describe(columns[index]!, weight);
      return [
        name,
        {
          n: found.n,
          n_unweighted: found.rows,
          missing: found.missing,
          mean: found.mean,
          se_mean: found.se,
          sd: found.sd,
          variance: found.variance,
          skewness: found.skewness,
          se_skewness: found.seSkewness,
          kurtosis: found.kurtosis,
          se_kurtosis: found.seKurtosis,
          min: found.min,
          max: found.max,
          range: found.range,
          sum: found.sum,
          median: found.median,
          q25_haverage: found.q25,
          q75_haverage: found.q75,
          mode_smallest: found.mode,
        },
      ];
    }),
  );
}
