// `svy_describe`, `svy_percent`, `svy_groups`, `svy_crosstab`: estimates of a sample that was drawn by a design.
import {
  designSize,
  rangeOfValues,
  sampledRows,
  surveyCrosstab,
  surveyGroups,
  surveyMean,
  surveyQuantile,
  surveyShares,
  surveyTotalError,
  weightSummary,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, matrix, names, numbers } from './columns.ts';
import { complete, designFor, membersOf } from './survey-design.ts';

const byName = (list: readonly string[], of: (name: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(list.map((name) => [name, of(name)]));

export function describeSurvey(data: OracleData, options: OracleOptions): OracleValues {
  const design = designFor(data, options);
  const members = membersOf(data, options);
  const all = weightSummary(design.weights, members);
  const inDomain = sampledRows(design, members);
  const whole = designSize(design);
  const { df } = designSize(design, inDomain);
  return {
    n: all.n,
    sum_w: all.sum,
    kish_n: all.kishN,
    kish_deff: all.kishDeff,
    weight_cv: all.cv,
    design_df: df,
    n_strata: whole.strata,
    n_psu: whole.psus,
    variables: byName(names(options.variables), (name) => {
      const values = numbers(data, name, options);
      const found = surveyMean(design, values, { members, df });
      const range = rangeOfValues(values.map((value, row) => (inDomain[row] === 1 ? value : NaN)));
      return {
        n: found.n,
        missing: all.n - found.n,
        sum_w: found.weights.sum,
        mean: found.mean,
        se: found.se,
        ci95_low: found.low,
        ci95_high: found.high,
        cv: found.cv,
        deff: found.deff,
        deft: found.deff === null ? null : Math.sqrt(found.deff),
        total: found.total,
        se_total: surveyTotalError(design, values, { members, df }),
        sd: found.sd,
        sd_population: found.sdPopulation,
        min: range?.low,
        max: range?.high,
        quantiles: byName(['p10', 'p25', 'p50', 'p75', 'p90'], (key) => {
          const quantile = surveyQuantile(design, values, Number(key.slice(1)) / 100, { members });
          return { value: quantile.value, ci95_low: quantile.low, ci95_high: quantile.high };
        }),
      };
    }),
  };
}

export function percentSurvey(data: OracleData, options: OracleOptions): OracleValues {
  const design = designFor(data, options);
  const members = membersOf(data, options);
  return {
    n: weightSummary(design.weights, members).n,
    design_df: designSize(design, sampledRows(design, members)).df,
    variables: byName(names(options.variables), (name) => {
      const { codes, levels } = category(data, name, options);
      const shares = surveyShares(design, codes, levels.length, { members });
      return byName(levels, (level) => {
        const found = shares[levels.indexOf(level)]!;
        return {
          n_unweighted: found.n,
          n_weighted: found.weight,
          percent: found.percent,
          se: found.se,
          ci95_logit_low: found.logit?.[0],
          ci95_logit_high: found.logit?.[1],
          ci95_wald_low: found.wald?.[0],
          ci95_wald_high: found.wald?.[1],
          deff: found.deff,
          percent_unweighted: found.unweighted,
        };
      });
    }),
  };
}

export function groupsSurvey(data: OracleData, options: OracleOptions): OracleValues {
  const design = designFor(data, options);
  const { codes, levels } = category(data, String(options.factor), options);
  const found = surveyGroups(design, numbers(data, String(options.dependent), options), codes, levels.length, {
    members: membersOf(data, options),
  });
  const there = levels.filter((_, at) => found.groups[at]!.n > 0);
  const only = found.pairs[0];
  return {
    n: found.n,
    design_df: found.df,
    groups: byName(there, (level) => {
      const own = found.groups[levels.indexOf(level)]!;
      return { n: own.n, sum_w: own.weights.sum, mean: own.mean, se: own.se, ci95_low: own.low, ci95_high: own.high, sd: own.sd };
    }),
    wald_chi2: found.chi2,
    wald_F: found.f,
    df1: found.df1,
    df2: found.df2,
    p: found.p,
    pairwise: Object.fromEntries(
      found.pairs.map((pair) => [
        `${there[pair.first]!} - ${there[pair.second]!}`,
        { difference: pair.difference, se: pair.se, t: pair.t, p: pair.p, p_bonferroni: pair.bonferroni },
      ]),
    ),
    // R's test of two groups is the slope of a dummy: the second less the first.
    ...(there.length === 2 && only !== undefined ? { svyttest: { t: only.t === null ? null : -only.t, df: found.df2, p: found.p } } : {}),
  };
}

export function crosstabSurvey(data: OracleData, options: OracleOptions): OracleValues {
  const design = designFor(data, options);
  const rows = category(data, String(options.row), options);
  const columns = category(data, String(options.col), options);
  const members = complete([rows.codes, columns.codes], membersOf(data, options));
  const found = surveyCrosstab(design, rows.codes, columns.codes, rows.levels.length, columns.levels.length, members);
  const table = <T>(cells: readonly (readonly T[])[]) => matrix(rows.levels, columns.levels, cells);
  return {
    n: found.n,
    n_unweighted: table(found.counts),
    n_weighted: table(found.weighted),
    cell_percent: table(found.cellPercent),
    row_percent: table(found.rowPercent),
    row_percent_se: table(found.rowPercentSe),
    pearson_chi2_weights_scaled_to_n: found.pearson,
    rao_scott_F: found.f,
    df1: found.df1,
    df2: found.df2,
    p: found.p,
    rao_scott_chi2_first_order_p: found.firstOrderP,
    cramers_v_weighted: found.v,
  };
}
