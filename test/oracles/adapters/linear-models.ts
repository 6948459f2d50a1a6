// `hierarchical`, `ols_robust`, `ols_cluster`, `wls`, `relative_importance`: linear models beyond one ordinary fit.
import {
  changeBetween,
  clusterCovariance,
  clusterSums,
  correlationOf,
  atOrigin,
  generalisedInflation,
  importanceOf,
  linearFit,
  listwiseColumns,
  momentsOf,
  originContrasts,
  prattMeasures,
  johnsonWeights,
  satterthwaite,
  tTwoSided,
  analyticFit,
  withErrors,
  type LinearFit,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, matrix, names, numbers } from './columns.ts';
import { checked, designOf, predictorsOf } from './ols.ts';

const termsOf = (fit: LinearFit): string[] => fit.coefficients.map((one) => (one.term === 'intercept' ? '(Intercept)' : one.term));
const listed = (fit: LinearFit, pick: 'b' | 'se' | 't' | 'p'): (number | null)[] => fit.coefficients.map((one) => one[pick]);

export function hierarchical(data: OracleData, options: OracleOptions): OracleValues {
  const blocks = (options.blocks as unknown[]).map(names);
  const designs = blocks.map((block) => designOf(data, block, options));
  const [y, ...columns] = listwiseColumns([numbers(data, String(options.dependent), options), ...designs.flatMap((one) => one.columns)]);
  let before: LinearFit | null = null;
  let used = 0;
  return {
    blocks: designs.map((design, at) => {
      used += design.columns.length;
      const terms = designs.slice(0, at + 1).flatMap((one) => one.terms);
      const fit = checked(linearFit({ y: y!, x: columns.slice(0, used), terms, confidence: 0.95 }));
      const change = changeBetween(before, fit)!;
      before = fit;
      return {
        block: at + 1,
        n: fit.n,
        r2: fit.r2,
        adj_r2: fit.adjustedR2,
        se_estimate: fit.rmse,
        r2_change: change.r2,
        F_change: change.f,
        df1: change.df1,
        df2: change.df2,
        F_change_p: change.p,
        F: fit.f,
        terms: termsOf(fit),
        b: listed(fit, 'b'),
        se: listed(fit, 'se'),
        t: listed(fit, 't'),
        p: listed(fit, 'p'),
      };
    }),
  };
}

function fitted(data: OracleData, options: OracleOptions, also: readonly Float64Array[] = []) {
  const design = designOf(data, predictorsOf(options), options);
  const [y, ...rest] = listwiseColumns([numbers(data, String(options.dependent), options), ...design.columns, ...also]);
  const x = rest.slice(0, design.columns.length);
  return {
    y: y!,
    x,
    terms: design.terms,
    also: rest.slice(x.length),
    fit: checked(linearFit({ y: y!, x, terms: design.terms, confidence: 0.95 })),
  };
}

export function robust(data: OracleData, options: OracleOptions): OracleValues {
  const { fit, x } = fitted(data, options);
  const own = x.map((column, j) => column.map((value) => value - fit.offsets[j]!));
  const kinds = (['hc0', 'hc1', 'hc2', 'hc3', 'hc4'] as const).map((kind) => {
    const found = withErrors({ fit, x: own, groups: null, seed: 0, y: fit.residuals }, { kind }, 0.95);
    if (typeof found === 'string') throw new Unsupported(found);
    return [
      kind.toUpperCase(),
      { se: listed(found, 'se'), t: listed(found, 't'), p_t_df_resid: listed(found, 'p'), wald_F: found.f, wald_F_p: found.p },
    ] as const;
  });
  return { n: fit.n, terms: termsOf(fit), b: listed(fit, 'b'), ...Object.fromEntries(kinds) };
}

export function cluster(data: OracleData, options: OracleOptions): OracleValues {
  const { codes } = category(data, String(options.cluster), { ...options, categorical: undefined });
  const { fit, x, also } = fitted(data, options, [Float64Array.from(codes, (code) => (code < 0 ? NaN : code))]);
  const own = x.map((column, j) => column.map((value) => value - fit.offsets[j]!));
  const sums = clusterSums(own, fit.residuals, Int32Array.from(also[0]!));
  const kinds = (['CR0', 'CR1', 'CR1S', 'CR2', 'CR3'] as const).flatMap((kind) => {
    const found = clusterCovariance(kind, sums, fit.unscaledCovariance);
    if (typeof found === 'string') return [];
    const covariance = atOrigin(found.covariance, fit.offsets);
    const se = covariance.map((row, j) => Math.sqrt(row[j]!));
    const t = se.map((value, j) => fit.coefficients[j]!.b / value);
    const df = kind === 'CR2' ? satterthwaite(sums, fit.unscaledCovariance, originContrasts(fit)) : null;
    return [
      [
        kind,
        {
          se,
          t,
          p_t_df_G_minus_1: t.map((value) => tTwoSided(value, found.clusters - 1)),
          ...(df === null ? {} : { satterthwaite_df: df, satterthwaite_p: t.map((value, j) => tTwoSided(value, df[j]!)) }),
        },
      ] as const,
    ];
  });
  return { n: fit.n, clusters: sums.grams.length, terms: termsOf(fit), b: listed(fit, 'b'), ...Object.fromEntries(kinds) };
}

export function wls(data: OracleData, options: OracleOptions): OracleValues {
  const { y, x, terms, also } = fitted(data, options, [numbers(data, String(options.weight), options)]);
  const fit = analyticFit(y, x, also[0]!);
  if (fit === null) throw new Unsupported('a weighted model that cannot be fitted');
  const { asFrequencies: counted } = fit;
  return {
    n: fit.n,
    sum_w: fit.sumOfWeights,
    terms: ['(Intercept)', ...terms],
    b: fit.b,
    se: fit.se,
    t: fit.t,
    p: fit.p,
    r2: fit.r2,
    adj_r2: fit.adjustedR2,
    F: fit.f,
    sigma: fit.sigma,
    HC1_se: fit.hc1,
    HC0_se: fit.hc0,
    spss_weight_by_frequency: {
      N: counted.n,
      se: counted.se,
      df_residual: counted.df,
      se_estimate: counted.sigma,
      adj_r2: counted.adjustedR2,
      F: counted.f,
    },
  };
}

export function relativeImportance(data: OracleData, options: OracleOptions): OracleValues {
  const predictors = names(options.predictors);
  const each = predictors.map((name) => designOf(data, [name], options));
  const columns = listwiseColumns([...each.flatMap((one) => one.columns), numbers(data, String(options.dependent), options)]);
  const correlation = correlationOf(momentsOf(columns));
  let place = 0;
  const players = each.map((one) => one.columns.map(() => place++));
  const found = importanceOf(correlation, players);
  if (typeof found === 'string') throw new Unsupported(`importance: ${found}`);
  const by = (values: readonly (number | null)[] | null, of: readonly string[] = predictors): object =>
    Object.fromEntries((values ?? []).map((value, i) => [of[i]!, value]));
  const terms = each.flatMap((one) => one.terms);
  const inflation = generalisedInflation(correlation, players);
  const single = players.every((own) => own.length === 1);
  return {
    n: columns[0]!.length,
    r2: found.r2,
    lmg: by(found.lmg),
    lmg_percent: by(found.lmg.map((value) => (100 * value) / found.r2)),
    first: by(found.first),
    last: by(found.last),
    average_contribution_by_subset_size: matrix(
      predictors,
      predictors.map((_, size) => String(size)),
      found.bySize,
    ),
    ...(single
      ? {
          vif: by(inflation, terms),
          pratt: by(prattMeasures(correlation), terms),
          johnson_relative_weights: by(johnsonWeights(correlation), terms),
        }
      : { gvif: by(inflation) }),
  };
}
