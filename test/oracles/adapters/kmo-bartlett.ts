// `kmo_bartlett`: sampling adequacy and sphericity.
import { factorability } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { matrix } from './columns.ts';
import { startOf } from './correlations.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const { items, n, matrix: correlation } = startOf(data, options);
  const found = factorability(correlation, n);
  if (found === null) return { n };
  const byItem = (values: readonly number[]): OracleValues => Object.fromEntries(items.map((item, i) => [item, values[i]]));
  return {
    n,
    kmo: found.kmo,
    msa: byItem(found.msa),
    bartlett_chi2: found.chi2,
    bartlett_df: found.df,
    bartlett_p: found.pValue,
    bartlett_log10_p: found.log10P,
    determinant: found.determinant,
    antiimage_corr: matrix(items, items, found.antiImage),
    smc: byItem(found.smc),
  };
}
