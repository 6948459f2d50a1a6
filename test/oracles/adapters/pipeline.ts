// `pipeline`: the whole method: reliability, KMO, components, composite, models of the composite and of each factor, group means.
import {
  communalitiesOf,
  compareGroups,
  composite,
  describe,
  factorability,
  minMax,
  momentsOf,
  reliability,
  sumsOfSquares,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, matrix, names, numbers } from './columns.ts';
import { weightsOf } from './composite.ts';
import { designOf, fitOf, modelValues } from './ols.ts';
import { componentsOf } from './pca.ts';

export default function adapt(data: OracleData, given: OracleOptions): OracleValues {
  const options: OracleOptions = { rotation: 'varimax', kaiser: true, missing: 'listwise', ...given };
  const found = componentsOf(data, options);
  const { items } = found.start;
  const factors = found.loadings[0]!.map((_, k) => `F${k + 1}`);
  const alpha = reliability(momentsOf(items.map((name) => numbers(data, name, options))));
  const checks = factorability(found.start.matrix, found.start.n)!;
  const weights = weightsOf(found, 'rotated_pct');
  const score = composite(found.scores, weights);
  const hundred = minMax(score, 0, 100);
  const squares = sumsOfSquares(found.loadings);
  const communalities = communalitiesOf(found.unrotated);
  const design = designOf(data, names(options.predictors), options);
  const outcomes: [string, Float64Array][] = [
    ['composite', score],
    ['composite100', hundred],
    ...factors.map((name, k): [string, Float64Array] => [name, found.scores[k]!]),
  ];
  const described = describe(hundred);
  const values: OracleValues = {
    n: found.start.n,
    reliability: { alpha_raw: alpha.alpha, alpha_standardized: alpha.standardized },
    kmo: { kmo: checks.kmo, bartlett_chi2: checks.chi2, bartlett_df: checks.df },
    pca: {
      eigenvalues: found.eigenvalues,
      rotated: {
        loadings: matrix(items, factors, found.loadings),
        ss_loadings: squares,
        pct_variance: squares.map((value) => (100 * value) / items.length),
      },
      communalities: Object.fromEntries(items.map((item, i) => [item, communalities[i]])),
      score_coefficients: matrix(items, factors, found.coefficients),
    },
    weights,
    composite_head: [...found.start.rows.slice(0, 8)].map((row) => score[row]),
    composite100_mean: described.mean,
    composite100_sd: described.sd,
    models: Object.fromEntries(outcomes.map(([name, y]) => [name, modelValues(fitOf(y, design))])),
  };
  if (given.group === undefined) return values;
  const group = category(data, String(given.group), options);
  const byGroup = compareGroups(hundred, group.codes, group.levels);
  return byGroup === null
    ? values
    : {
        ...values,
        by_group: {
          groups: Object.fromEntries(
            byGroup.groups.map((one) => [
              one.level,
              { n: one.n, mean: one.mean, sd: one.sd, se: one.se, ci95: [one.low, one.high], min: one.min, max: one.max },
            ]),
          ),
          anova: {
            ss_between: byGroup.anova.ssBetween,
            df_between: byGroup.anova.df1,
            ss_within: byGroup.anova.ssWithin,
            df_within: byGroup.anova.df2,
            ms_between: byGroup.anova.msBetween,
            ms_within: byGroup.anova.msWithin,
            F: byGroup.anova.f,
            p: byGroup.anova.p,
          },
        },
      };
}
