// `compare_two`: two groups, pairs, one sample, with standardised differences and their exact intervals.
import { independentTest, oneSampleTest, pairedTest } from '@studyspec/core';
import type { TResult } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, names, numbers } from './columns.ts';

const variant = ({ t, df, p, se, low, high }: TResult): OracleValues => ({ t, df, p, se, ci95: [low, high] });

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  if (options.type === 'one_sample') {
    const found = oneSampleTest(numbers(data, String(options.dependent), options), Number(options.mu));
    if (found === null) return {};
    return {
      n: found.n,
      mean: found.mean,
      sd: found.sd,
      se: found.se,
      mean_diff: found.difference,
      t: found.t,
      df: found.df,
      p: found.p,
      ci95_diff: [found.low, found.high],
      cohen_d: found.cohenD,
      cohen_d_ci95: found.cohenDInterval,
      hedges_g: found.hedgesG,
      hedges_g_ci95: found.hedgesGInterval,
    };
  }
  if (options.type === 'paired') {
    const found = pairedTest(numbers(data, String(options.x), options), numbers(data, String(options.y), options));
    if (found === null) return {};
    return {
      n: found.n,
      mean: found.mean,
      sd: found.sd,
      mean_diff: found.meanDifference,
      sd_diff: found.sdDifference,
      se_diff: found.se,
      r: found.r,
      t: found.t,
      df: found.df,
      p: found.p,
      ci95_diff: [found.low, found.high],
      cohen_dz: found.cohenDz,
      cohen_dz_ci95: found.cohenDzInterval,
      cohen_dav: found.averageD,
      hedges_gz: found.hedgesGz,
      wilcoxon_V: found.wilcoxon.statistic,
      wilcoxon_p_normal_nocorrection: found.wilcoxon.p,
    };
  }
  const values = numbers(data, String(options.dependent), options);
  const { codes, levels } = category(data, String(options.factor), options);
  const [first, second] = names(options.groups).map((group) =>
    values.filter((_, row) => codes[row]! >= 0 && levels[codes[row]!] === group),
  );
  const found = first && second ? independentTest(first, second) : null;
  if (found === null) return {};
  return {
    n: found.n,
    mean: found.mean,
    sd: found.sd,
    se_mean: found.se,
    mean_diff: found.difference,
    levene_mean: { F: found.levene.f, df1: 1, df2: found.equal.df, p: found.levene.p },
    pooled: variant(found.equal),
    welch: variant(found.welch),
    cohen_d: found.cohenD,
    cohen_d_ci95: found.cohenDInterval,
    hedges_g: found.hedgesG,
    hedges_g_ci95: found.hedgesGInterval,
    cohen_d_average_variance: found.averageD,
    glass_delta_second_group: found.glassDelta,
    eta2: found.eta2,
    mann_whitney: {
      U: found.mannWhitney.statistic,
      p_normal_nocorrection: found.mannWhitney.p,
      rank_biserial: found.rankBiserial,
      prob_superiority: found.superiority,
    },
  };
}
