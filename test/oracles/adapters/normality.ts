// `normality`: each variable against the normal distribution, and all of them together.
import { normality } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const variables = names(options.variables);
  const found = normality(variables.map((name) => numbers(data, name, options)));
  const { mardia, distances } = found;
  return {
    n: found.n,
    variables: Object.fromEntries(
      found.variables.map((one, i) => [
        variables[i]!,
        {
          mean: one.description.mean,
          sd: one.description.sd,
          skewness: one.description.skewness,
          se_skewness: one.description.seSkewness,
          kurtosis: one.description.kurtosis,
          se_kurtosis: one.description.seKurtosis,
          z_skewness: one.zSkewness,
          z_kurtosis: one.zKurtosis,
          shapiro_wilk: { W: one.shapiroWilk.w, p: one.shapiroWilk.p },
          lilliefors_D: one.lillieforsD,
          anderson_darling_A2: one.andersonDarling,
        },
      ]),
    ),
    ...(mardia && {
      mardia: {
        skewness_b1p: mardia.skewness,
        skewness_chi2: mardia.skewnessChi2,
        skewness_df: mardia.skewnessDf,
        skewness_p: mardia.skewnessP,
        skewness_chi2_small_sample: mardia.skewnessChi2Few,
        skewness_p_small_sample: mardia.skewnessPFew,
        kurtosis_b2p: mardia.kurtosis,
        kurtosis_expected: mardia.kurtosisExpected,
        kurtosis_z: mardia.kurtosisZ,
        kurtosis_p: mardia.kurtosisP,
        alt_n_minus_1_covariance: { skewness_b1p: mardia.skewnessUnbiased, kurtosis_b2p: mardia.kurtosisUnbiased },
      },
    }),
    ...(distances && { mahalanobis: { max: distances.max, n_p_below_001: distances.beyond, mean: distances.mean } }),
  };
}
