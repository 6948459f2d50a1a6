// `common_method`: Harman's single factor and full collinearity.
import { commonMethod } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const variables = names(options.variables);
  const found = commonMethod(variables.map((name) => numbers(data, name, options)));
  if (found === null) return {};
  return {
    n: found.n,
    n_items: variables.length,
    eigenvalues: found.eigenvalues,
    n_eigenvalues_above_1: found.aboveOne,
    harman_pca_first_percent: found.firstComponent,
    harman_paf_one_factor_percent: found.oneFactor,
    paf_one_factor_ss_loadings: found.oneFactorSquares,
    exceeds_50_percent: found.aboveHalf,
    full_collinearity_vif: Object.fromEntries(variables.map((name, i) => [name, found.vif[i]])),
  };
}
