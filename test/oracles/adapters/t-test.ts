// `t_test`: independent groups, paired measurements, one sample.
import { independentTest, oneSampleTest, pairedTest } from '@studyspec/core';
import type { TResult } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, names, numbers } from './columns.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  if (options.type === 'one_sample') {
    const found = oneSampleTest(numbers(data, String(options.dependent), options), Number(options.mu));
    return found === null
      ? {}
      : {
          n: found.n,
          mean: found.mean,
          sd: found.sd,
          t: found.t,
          df: found.df,
          p: found.p,
          mean_diff: found.difference,
          ci95_diff: [found.low, found.high],
          cohen_d: found.cohenD,
        };
  }
  if (options.type === 'paired') {
    const found = pairedTest(numbers(data, String(options.x), options), numbers(data, String(options.y), options));
    return found === null
      ? {}
      : {
          n: found.n,
          mean_diff: found.meanDifference,
          sd_diff: found.sdDifference,
          r: found.r,
          t: found.t,
          df: found.df,
          p: found.p,
          ci95: [found.low, found.high],
          cohen_dz: found.cohenDz,
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
  return found === null
    ? {}
    : {
        n: found.n,
        mean: found.mean,
        sd: found.sd,
        equal_var: variant(found.equal),
        welch: variant(found.welch),
        levene_mean: { F: found.levene.f, p: found.levene.p },
        cohen_d: found.cohenD,
        hedges_g: found.hedgesG,
        mann_whitney_U: found.mannWhitney.statistic,
        mann_whitney_p_normal_nocorrection: found.mannWhitney.p,
      };
}

function variant(result: TResult): OracleValues {
  return { t: result.t, df: result.df, p: result.p, se: result.se, ci95: [result.low, result.high] };
}
