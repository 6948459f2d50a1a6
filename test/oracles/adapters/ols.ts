// `ols`, `ols_pairwise`, `ols_meansub`, `hierarchical`: least squares with dummies and products.
import {
  atOrigin,
  columnsOfTerm,
  linearFit,
  linearFitFromCorrelations,
  listwiseColumns,
  meanSubstituted,
  momentsOf,
  pairwiseMoments,
  type DesignColumn,
  type Factor,
  type LinearFit,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, matrix, names, numbers } from './columns.ts';

export interface Design {
  readonly terms: readonly string[];
  readonly columns: readonly Float64Array[];
  /** The same columns with what they are of. */
  readonly named: readonly DesignColumn[];
}

/** Predictors as columns; a term `a:b` is a product, and brings all products of its levels. */
export function designOf(data: OracleData, predictors: readonly string[], options: OracleOptions): Design {
  const categorical = (options.categorical ?? {}) as Record<string, { levels?: unknown; reference?: unknown }>;
  const centred = centredColumns(data, predictors, options);
  const factorOf = (name: string): Factor => {
    const column = data.column(name);
    const given = categorical[name];
    if (given === undefined && column.kind === 'number')
      return { kind: 'number', name, values: centred.get(name) ?? numbers(data, name, options) };
    const { codes, levels } = category(data, name, options);
    return { kind: 'category', name, codes, levels, reference: String(given?.reference ?? levels[0]) };
  };
  const all = predictors.flatMap((predictor) => columnsOfTerm(predictor.split(':').map(factorOf)));
  return {
    terms: all.map((column) =>
      column.variables.map((name, i) => (column.levels[i] == null ? name : `${name}=${column.levels[i]}`)).join(':'),
    ),
    columns: all.map((column) => column.values),
    named: all,
  };
}

/** Predictors named by `center`, less their mean over the analysed rows. */
function centredColumns(data: OracleData, predictors: readonly string[], options: OracleOptions): Map<string, Float64Array> {
  const centre = names(options.center);
  if (centre.length === 0) return new Map();
  const used = [...new Set([String(options.dependent), ...predictors.flatMap((predictor) => predictor.split(':'))])];
  const columns = used.map((name) => numbers(data, name, options));
  const { means } = momentsOf(columns);
  return new Map(centre.map((name) => [name, columns[used.indexOf(name)]!.map((value) => value - means[used.indexOf(name)]!)]));
}

export function fitOf(y: Float64Array, design: Design): LinearFit {
  const [outcome, ...columns] = listwiseColumns([y, ...design.columns]);
  return checked(linearFit({ y: outcome!, x: columns, terms: design.terms, confidence: 0.95 }));
}

export function checked(fit: ReturnType<typeof linearFit>): LinearFit {
  if ('problem' in fit) throw new Unsupported(`a model that cannot be fitted: ${fit.problem}`);
  return fit;
}

export function modelValues(fit: LinearFit): OracleValues {
  const list = (pick: (one: LinearFit['coefficients'][number]) => number | null): (number | null)[] => fit.coefficients.map(pick);
  const s2 = fit.ssResidual / fit.df2;
  const terms = fit.coefficients.map((one) => (one.term === 'intercept' ? '(Intercept)' : one.term));
  return {
    n: fit.n,
    n_predictors: fit.predictors,
    terms,
    b: list((one) => one.b),
    se: list((one) => one.se),
    t: list((one) => one.t),
    p: list((one) => one.p),
    ci95_low: list((one) => one.low),
    ci95_high: list((one) => one.high),
    beta: list((one) => one.beta),
    tolerance: list((one) => one.tolerance),
    vif: list((one) => one.vif),
    zero_order_r: list((one) => one.zeroOrder),
    partial_r: list((one) => one.partial),
    part_r: list((one) => one.part),
    r: fit.r2 === null ? null : Math.sqrt(fit.r2),
    r2: fit.r2,
    adj_r2: fit.adjustedR2,
    se_estimate: fit.rmse,
    ss_regression: fit.ssRegression,
    ss_residual: fit.ssResidual,
    ss_total: fit.ssTotal,
    F: fit.f,
    df1: fit.df1,
    df2: fit.df2,
    F_p: fit.p,
    durbin_watson: fit.durbinWatson,
    ...(fit.breuschPagan === null
      ? {}
      : { breusch_pagan_koenker: { lm: fit.breuschPagan.lm, df: fit.breuschPagan.df, p: { BP: fit.breuschPagan.p } } }),
    loglik: fit.logLikelihood,
    aic_full_k_plus_sigma: fit.aicFull,
    bic_full: fit.bicFull,
    aic_spss_selection: fit.aic,
    residual_head: [...fit.residuals.slice(0, 8)],
    vcov: matrix(
      terms,
      terms,
      atOrigin(fit.unscaledCovariance, fit.offsets).map((row) => row.map((value) => value * s2)),
    ),
  };
}

export const predictorsOf = (options: OracleOptions): string[] => [...names(options.predictors), ...names(options.interactions)];

export function ols(data: OracleData, options: OracleOptions): OracleValues {
  if (options.noint === true || options.intercept === false) throw new Unsupported('a model without an intercept');
  if (options.polynomial !== undefined) throw new Unsupported('polynomials');
  return modelValues(fitOf(numbers(data, String(options.dependent), options), designOf(data, predictorsOf(options), options)));
}

export function meanSubstitution(data: OracleData, options: OracleOptions): OracleValues {
  const design = designOf(data, predictorsOf(options), options);
  const [y, ...columns] = meanSubstituted([numbers(data, String(options.dependent), options), ...design.columns]).columns;
  return modelValues(checked(linearFit({ y: y!, x: columns, terms: design.terms, confidence: 0.95 })));
}

export function pairwise(data: OracleData, options: OracleOptions): OracleValues {
  const design = designOf(data, predictorsOf(options), options);
  const pairs = pairwiseMoments([...design.columns, numbers(data, String(options.dependent), options)]);
  if (pairs.correlation === null) throw new Unsupported('pairwise correlations that are not defined');
  const fit = checked(
    linearFitFromCorrelations({
      correlation: pairs.correlation,
      means: pairs.means,
      sds: pairs.sds,
      n: pairs.minimumN,
      terms: design.terms,
      confidence: 0.95,
    }),
  );
  const [intercept, ...rest] = fit.coefficients;
  return {
    n_min_pairwise: pairs.minimumN,
    terms: design.terms,
    intercept: intercept!.b,
    b: rest.map((one) => one.b),
    beta: rest.map((one) => one.beta),
    r2: fit.r2,
    adj_r2: fit.adjustedR2,
    se: rest.map((one) => one.se),
    t: rest.map((one) => one.t),
    F: fit.f,
  };
}
