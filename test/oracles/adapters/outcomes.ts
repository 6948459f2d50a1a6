// `binary_model`, `logit`, `separation`, `polr`, `ordered_model`, `multinomial`, `tobit`, `lmer`: outcomes that are no plain numbers, and
// cases in groups.
import {
  areaUnderRoc,
  binaryModel,
  chanceFit,
  classified,
  covariancesAsGlm,
  estimateOf,
  firthLogit,
  hosmerLemeshow,
  linkVariance,
  listwiseColumns,
  marginalEffects,
  mixedModel,
  multinomialModel,
  oddsOf,
  orderedModel,
  predictedBy,
  profileInterval,
  separationInTwo,
  termTests,
  tobitModel,
  type DesignColumn,
  type Estimate,
  type OutcomeModel,
  type Link,
  type TermMargin,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, matrix, names, numbers } from './columns.ts';
import { designOf } from './ols.ts';

interface Cases {
  readonly y: Float64Array;
  readonly columns: readonly DesignColumn[];
  readonly x: readonly Float64Array[];
  readonly terms: readonly string[];
  readonly groups: Float64Array;
}

/** The complete cases, with the outcome as it is given. */
function casesOf(data: OracleData, options: OracleOptions, y: Float64Array, groups: Float64Array | null = null): Cases {
  const design = designOf(data, [...names(options.predictors), ...names(options.interactions)], options);
  const [own, group, ...x] = listwiseColumns([y, groups ?? y, ...design.columns]);
  return {
    y: own!,
    groups: group!,
    x,
    terms: design.terms,
    columns: design.named.map((column, at) => ({ ...column, values: x[at]! })),
  };
}
const codesOf = (data: OracleData, name: string, levels: unknown, options: OracleOptions): Float64Array => {
  const { codes, levels: known } = category(data, name, { ...options, categorical: { [name]: { levels } } });
  return Float64Array.from(codes, (code) => (code < 0 || known.length === 0 ? NaN : code));
};
const eventOf = (data: OracleData, options: OracleOptions): Float64Array => {
  const { codes, levels } = category(data, String(options.dependent), options);
  const event = levels.indexOf(String(options.event ?? '1'));
  return Float64Array.from(codes, (code) => (code < 0 ? NaN : code === event ? 1 : 0));
};
function found<T>(model: T): Exclude<T, { readonly problem: string }> {
  if (typeof model === 'object' && model !== null && 'problem' in model) throw new Unsupported(`a model without a maximum`);
  return model as Exclude<T, { readonly problem: string }>;
}
const estimatesOf = (theta: ArrayLike<number>, covariance: readonly (readonly number[])[]): Estimate[] =>
  Array.from(theta, (b, j) => estimateOf(b, covariance[j]![j]!, 0.95));
const list = <K extends keyof Estimate>(all: readonly Estimate[], key: K): number[] => all.map((one) => one[key]);
const withConstant = (terms: readonly string[]): string[] => ['(Intercept)', ...terms];
const fitValues = ({ goodness }: OutcomeModel): OracleValues => ({
  loglik: goodness.logLikelihood,
  loglik_null: goodness.nullLogLikelihood,
  chi2: goodness.chi2,
  df: goodness.df,
  p: goodness.p,
  mcfadden: goodness.mcfadden,
  mcfadden_adjusted: goodness.mcfaddenAdjusted,
  cox_snell: goodness.coxSnell,
  nagelkerke: goodness.nagelkerke,
  aic: goodness.aic,
  bic: goodness.bic,
});
const marginsOf = (model: OutcomeModel, columns: readonly DesignColumn[]): readonly TermMargin[] =>
  marginalEffects({
    columns,
    n: model.fit.sample.n,
    layout: model.fit.layout,
    theta: model.fit.theta,
    covariance: model.fit.covariance,
    responses: model.kernel.responses,
  });
const termNames = (columns: readonly DesignColumn[], terms: readonly string[], margins: readonly TermMargin[]): string[] =>
  margins.map((margin) => terms[columns.findIndex((column) => column.text === margin.term)]!);

export function binary(data: OracleData, options: OracleOptions): OracleValues {
  const link = options.link as Link;
  const { y, x, terms, columns } = casesOf(data, options, eventOf(data, options));
  const model = found(binaryModel(y, x, link));
  const { fit } = model;
  const all = estimatesOf(fit.theta, fit.covariance);
  const odds = all.map(oddsOf);
  const margins = marginsOf(model, columns);
  const { eta, values } = predictedBy(fit, model.kernel.responses);
  const [p] = values as [Float64Array];
  const calibration = hosmerLemeshow(y, p);
  const table = classified(y, p, Number(options.cut ?? 0.5));
  const chance = chanceFit(y, p, eta, linkVariance(link));
  const profiles = fit.theta.map((_, at) => at);
  const ends = Array.from(profiles, (at) => profileInterval(model, at, 0.95));
  return {
    n: y.length,
    events: table.truePositive + table.falseNegative,
    link,
    terms: withConstant(terms),
    b: list(all, 'b'),
    se: list(all, 'se'),
    z: list(all, 'z'),
    wald: list(all, 'wald'),
    p: list(all, 'p'),
    ci95_low: list(all, 'low'),
    ci95_high: list(all, 'high'),
    odds_ratio: odds.map((one) => one.odds),
    or_ci95_low: odds.map((one) => one.low),
    or_ci95_high: odds.map((one) => one.high),
    profile_ci95_low: ends.map((one) => one.low),
    profile_ci95_high: ends.map((one) => one.high),
    se_observed_information: list(estimatesOf(fit.theta, fit.observedCovariance), 'se'),
    ame: {
      terms: termNames(columns, terms, margins),
      effect: margins.map((one) => one.effects[0]!.effect),
      se: margins.map((one) => one.effects[0]!.se),
      z: margins.map((one) => one.effects[0]!.z),
      p: margins.map((one) => one.effects[0]!.p),
    },
    fit: {
      ...fitValues(model),
      deviance: model.goodness.deviance,
      tjur: chance.tjur,
      efron: chance.efron,
      brier: chance.brier,
      mckelvey_zavoina: chance.mckelveyZavoina,
    },
    hosmer_lemeshow: {
      groups: calibration.n.length,
      chi2: calibration.chi2,
      df: calibration.df,
      p: calibration.p,
      group_n: calibration.n,
      observed: calibration.observed,
      expected: calibration.expected,
    },
    classification: {
      cut: table.cut,
      true_negative: table.trueNegative,
      false_positive: table.falsePositive,
      false_negative: table.falseNegative,
      true_positive: table.truePositive,
      percent_correct: table.percentCorrect,
      sensitivity: table.sensitivity,
      specificity: table.specificity,
    },
    auc: areaUnderRoc(y, p),
    predicted_head: [...p.slice(0, 8)],
    term_tests: Object.fromEntries(
      termTests(model, columns).map((one) => [one.variable, { df: one.df, lr_chi2: one.chi2, p: one.p, wald_chi2: one.wald }]),
    ),
  };
}

export function logit(data: OracleData, options: OracleOptions): OracleValues {
  const { y, x, terms } = casesOf(data, options, eventOf(data, options));
  const model = found(binaryModel(y, x, 'logit'));
  const { fit, goodness } = model;
  // The document has the standard errors of R's glm, which are of the step before its last.
  const stopped = covariancesAsGlm(y, x, 1e-14);
  const all = estimatesOf(fit.theta, stopped?.covariance ?? fit.covariance);
  const [p] = predictedBy(fit, model.kernel.responses).values as [Float64Array];
  const table = classified(y, p, 0.5);
  return {
    n: y.length,
    events: table.truePositive + table.falseNegative,
    terms: withConstant(terms),
    b: list(all, 'b'),
    se: list(all, 'se'),
    z: list(all, 'z'),
    wald: list(all, 'wald'),
    p: list(all, 'p'),
    exp_b: all.map((one) => oddsOf(one).odds),
    ...fitValues(model),
    chi2_p: goodness.p,
    pct_correct_cut_half: table.percentCorrect,
    HC0_se: list(estimatesOf(fit.theta, stopped?.hc0 ?? fit.covariance), 'se'),
  };
}

export function separation(data: OracleData, options: OracleOptions): OracleValues {
  const { y, x, terms } = casesOf(data, options, eventOf(data, options));
  const { kind, alone } = separationInTwo(y, x);
  const firth = found(firthLogit(y, x));
  const all = estimatesOf(firth.theta, firth.covariance);
  return {
    n: y.length,
    events: y.filter((one) => one === 1).length,
    separation: kind !== 'none',
    kind,
    separating_terms: alone.map((at) => terms[at]!),
    terms: withConstant(terms),
    firth: {
      b: list(all, 'b'),
      se: list(all, 'se'),
      odds_ratio: all.map((one) => oddsOf(one).odds),
      penalised_loglik: firth.penalisedLogLikelihood,
    },
  };
}

function ordered(data: OracleData, options: OracleOptions, link: 'logit' | 'probit') {
  const levels = names(options.outcome_levels);
  const cases = casesOf(data, options, codesOf(data, String(options.dependent), levels, options));
  const model = found(orderedModel(cases.y, cases.x, levels.length, link));
  const all = estimatesOf(model.fit.theta, model.fit.covariance);
  return { levels, cases, model, slopes: all.slice(0, cases.x.length), thresholds: all.slice(cases.x.length) };
}

export function polr(data: OracleData, options: OracleOptions): OracleValues {
  const { levels, cases, model, slopes, thresholds } = ordered(data, options, 'logit');
  const between = (key: 'b' | 'se'): OracleValues =>
    Object.fromEntries(thresholds.map((one, j) => [`${levels[j]!}|${levels[j + 1]!}`, one[key]]));
  return {
    n: cases.y.length,
    terms: cases.terms,
    b: list(slopes, 'b'),
    se: list(slopes, 'se'),
    z: list(slopes, 'z'),
    p: list(slopes, 'p'),
    thresholds: between('b'),
    thresholds_se: between('se'),
    ...fitValues(model),
  };
}

const table = (levels: readonly string[], terms: readonly string[], margins: readonly TermMargin[], key: 'effect' | 'se') =>
  matrix(
    levels,
    terms,
    levels.map((_, level) => margins.map((one) => one.effects[level]![key])),
  );

export function orderedModels(data: OracleData, options: OracleOptions): OracleValues {
  const link = options.link as 'logit' | 'probit';
  const { levels, cases, model, slopes, thresholds } = ordered(data, options, link);
  const margins = marginsOf(model, cases.columns);
  const terms = termNames(cases.columns, cases.terms, margins);
  return {
    n: cases.y.length,
    link,
    terms: cases.terms,
    b: list(slopes, 'b'),
    se: list(slopes, 'se'),
    z: list(slopes, 'z'),
    p: list(slopes, 'p'),
    thresholds: list(thresholds, 'b'),
    thresholds_se: list(thresholds, 'se'),
    fit: fitValues(model),
    ame: table(levels, terms, margins, 'effect'),
    ame_se: table(levels, terms, margins, 'se'),
    odds_ratio: slopes.map((one) => oddsOf(one).odds),
  };
}

export function multinomial(data: OracleData, options: OracleOptions): OracleValues {
  const levels = names(options.outcome_levels);
  const reference = String(options.reference);
  const { y, x, terms, columns } = casesOf(data, options, codesOf(data, String(options.dependent), levels, options));
  const model = found(multinomialModel(y, x, levels.length, levels.indexOf(reference)));
  const all = estimatesOf(model.fit.theta, model.fit.covariance);
  const margins = marginsOf(model, columns);
  const named = termNames(columns, terms, margins);
  const size = x.length + 1;
  return {
    n: y.length,
    counts: Object.fromEntries(levels.map((level, at) => [level, y.filter((one) => one === at).length])),
    reference,
    equations: Object.fromEntries(
      levels
        .filter((level) => level !== reference)
        .map((level, at) => {
          const own = all.slice(at * size, (at + 1) * size);
          const odds = own.map(oddsOf);
          return [
            level,
            {
              terms: withConstant(terms),
              b: list(own, 'b'),
              se: list(own, 'se'),
              z: list(own, 'z'),
              p: list(own, 'p'),
              rrr: odds.map((one) => one.odds),
              rrr_ci95_low: odds.map((one) => one.low),
              rrr_ci95_high: odds.map((one) => one.high),
            },
          ];
        }),
    ),
    ame: table(levels, named, margins, 'effect'),
    ame_se: table(levels, named, margins, 'se'),
    fit: fitValues(model),
    percent_correct: model.percentCorrect,
  };
}

export function tobit(data: OracleData, options: OracleOptions): OracleValues {
  const { y, x, terms, columns } = casesOf(data, options, numbers(data, String(options.dependent), options));
  const limit = (key: string, otherwise: number): number =>
    options[key] === undefined || options[key] === null ? otherwise : Number(options[key]);
  const model = found(tobitModel(y, x, limit('left', -Infinity), limit('right', Infinity)));
  const all = estimatesOf(model.parameters, model.covariance).slice(0, -1);
  const margins = marginalEffects({
    columns,
    n: y.length,
    layout: model.fit.layout,
    theta: model.fit.theta,
    covariance: model.fit.covariance,
    responses: model.kernel.responses,
    derivatives: true,
  });
  return {
    n: y.length,
    n_left: model.left,
    n_right: model.right,
    n_uncensored: model.between,
    terms: withConstant(terms),
    b: list(all, 'b'),
    se: list(all, 'se'),
    z: list(all, 'z'),
    p: list(all, 'p'),
    sigma: model.sigma,
    log_sigma: model.logSigma,
    log_sigma_se: model.logSigmaSe,
    sigma_se_delta: model.sigmaSe,
    loglik: model.goodness.logLikelihood,
    loglik_intercept_only: model.goodness.nullLogLikelihood,
    chi2: model.goodness.chi2,
    df: model.goodness.df,
    chi2_p: model.goodness.p,
    mcfadden: model.goodness.mcfadden,
    aic: model.goodness.aic,
    bic: model.goodness.bic,
    ame_expected_censored_value: margins.map((one) => one.effects[0]!.effect),
  };
}

export function mixed(data: OracleData, options: OracleOptions): OracleValues {
  const cluster = category(data, String(options.cluster), options);
  const groups = Float64Array.from(cluster.codes, (code) => (code < 0 ? NaN : code));
  const cases = casesOf(data, options, numbers(data, String(options.dependent), options), groups);
  const fitted = (restricted: boolean): OracleValues => {
    const fit = found(
      mixedModel({
        y: cases.y,
        x: cases.x,
        groups: Int32Array.from(cases.groups),
        count: cluster.levels.length,
        random: [],
        restricted,
      }),
    );
    return {
      b: fit.b,
      se: fit.covariance.map((row, j) => Math.sqrt(row[j]!)),
      var_intercept: fit.between[0]![0]!,
      var_residual: fit.residual,
      icc: fit.icc,
      minus2loglik: fit.deviance,
      blup_head: fit.predictions.slice(0, 5).map((row) => row[0]!),
      blup_groups: cluster.levels.slice(0, 5),
    };
  };
  const alone = found(
    mixedModel({ y: cases.y, x: [], groups: Int32Array.from(cases.groups), count: cluster.levels.length, random: [], restricted: true }),
  );
  return {
    n: cases.y.length,
    groups: cluster.levels.length,
    terms: withConstant(cases.terms),
    reml: fitted(true),
    ml: fitted(false),
    null_model_icc: alone.icc,
  };
}
