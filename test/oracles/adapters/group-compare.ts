// `group_compare`: one-way comparison of means with all its tests and pairs.
import { compareGroups } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const factor = category(data, String(options.factor), options);
  const found = compareGroups(numbers(data, String(options.dependent), options), factor.codes, factor.levels);
  if (found === null) return {};
  return {
    groups: Object.fromEntries(
      found.groups.map((group) => [
        group.level,
        {
          n: group.n,
          mean: group.mean,
          sd: group.sd,
          se: group.se,
          ci95: [group.low, group.high],
          min: group.min,
          max: group.max,
        },
      ]),
    ),
    anova: {
      ss_between: found.anova.ssBetween,
      df_between: found.anova.df1,
      ss_within: found.anova.ssWithin,
      df_within: found.anova.df2,
      ms_between: found.anova.msBetween,
      ms_within: found.anova.msWithin,
      F: found.anova.f,
      p: found.anova.p,
    },
    welch: { F: found.welch.f, df1: found.welch.df1, df2: found.welch.df2, p: found.welch.p },
    brown_forsythe_means: {
      F: found.brownForsythe.f,
      df1: found.brownForsythe.df1,
      df2: found.brownForsythe.df2,
      p: found.brownForsythe.p,
    },
    kruskal_wallis: { H: found.kruskalWallis.h, df: found.kruskalWallis.df, p: found.kruskalWallis.p },
    levene_mean: { F: found.leveneMean.f, df1: found.leveneMean.df1, df2: found.leveneMean.df2, p: found.leveneMean.p },
    levene_median: { F: found.leveneMedian.f, p: found.leveneMedian.p },
    eta2: found.eta2,
    omega2: found.omega2,
    epsilon2: found.epsilon2,
    kw_epsilon2: found.kruskalEpsilon2,
    pairwise: found.pairs.map((pair) => ({
      i: pair.i,
      j: pair.j,
      diff: pair.difference,
      se_pooled: pair.sePooled,
      lsd_p: pair.lsdP,
      bonferroni_p: pair.bonferroniP,
      bonferroni_ci: pair.bonferroniCi,
      sidak_p: pair.sidakP,
      holm_p: pair.holmP,
      tukey_p: pair.tukeyP,
      tukey_ci: pair.tukeyCi,
      scheffe_p: pair.scheffeP,
      games_howell_se: pair.seSeparate,
      games_howell_df: pair.gamesHowellDf,
      games_howell_p: pair.gamesHowellP,
      games_howell_ci: pair.gamesHowellCi,
    })),
  };
}
