// Regressions that are no least squares: the outcome's values to what the procedure takes, one fit, and the same shape of result for all.
import type { Codes } from '../../counts/points.ts';
import type { DesignColumn } from '../../procedures/regression/design.ts';
import {
  binaryModel,
  casesIn,
  classified,
  areaUnderRoc,
  estimateOf,
  firthLogit,
  hosmerLemeshow,
  tiedChances,
  marginalEffects,
  mixedModel,
  multinomialModel,
  orderedModel,
  poissonModel,
  predictedBy,
  tobitModel,
  type Classification,
  type Goodness,
  type IndexFit,
  type OutcomeFailure,
  type OutcomeModel,
  type SeparationKind,
} from '../../procedures/outcomes/index.ts';
import { multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { log } from '../../numerics/exponential.ts';
import { tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import type { Errors } from './errors.ts';
import type { Method, ModelKind } from './method.ts';
import { likelihoodErrors } from './model-errors.ts';

export interface ModelCoefficient {
  /** `intercept` or the term's text. */
  readonly term: string;
  readonly b: number;
  readonly se: number;
  /** z under maximum likelihood, t of a mixed model. */
  readonly statistic: number;
  /** Of t; null of z. */
  readonly df: number | null;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}
export interface ModelMargin {
  readonly term: string;
  /** The level whose probability it is of; null of a model that predicts one number. */
  readonly level: string | null;
  readonly effect: number;
  readonly se: number | null;
  readonly statistic: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
export interface ModelFit {
  readonly n: number;
  /** One; of a multinomial model one a level but its base. */
  readonly equations: readonly { readonly level: string | null; readonly coefficients: readonly ModelCoefficient[] }[];
  /** Between the levels of an ordered outcome. */
  readonly thresholds: readonly ModelCoefficient[];
  readonly margins: readonly ModelMargin[];
  /** The outcome's levels that occur, in order; of two values those that are counted as 0 and as 1. */
  readonly levels: readonly string[];
  /** The multinomial outcome's base. */
  readonly base: string | null;
  readonly events: number | null;
  readonly logLikelihood: number;
  readonly goodness: Goodness | null;
  readonly aic: number | null;
  readonly bic: number | null;
  readonly classification: Classification | null;
  readonly auc: number | null;
  readonly percentCorrect: number | null;
  /** Hosmer and Lemeshow's test. */
  readonly calibration: { readonly chi2: number; readonly df: number; readonly p: number | null } | null;
  readonly sigma: number | null;
  readonly censored: { readonly low: number; readonly high: number; readonly beyond: number } | null;
  readonly mixed: {
    readonly groups: number;
    readonly between: Matrix;
    readonly residual: number;
    readonly icc: number | null;
    readonly singular: boolean;
  } | null;
  readonly clusters: number | null;
  /** By the design of the sample. */
  readonly drawn?: true;
}

export type ModelFailure =
  | { readonly problem: 'separation'; readonly kind: Exclude<SeparationKind, 'none'>; readonly terms: readonly string[] }
  | { readonly problem: 'not-converged' }
  | { readonly problem: 'values'; readonly values: readonly string[]; readonly count: number }
  | { readonly problem: 'event'; readonly event: string; readonly values: readonly string[] }
  | { readonly problem: 'no-counts'; readonly value: number }
  | { readonly problem: 'all-censored'; readonly low: number | null; readonly high: number | null }
  | { readonly problem: 'one-group'; readonly groups: number; readonly cases: number }
  | { readonly problem: 'too-few'; readonly n: number; readonly parameters: number }
  | { readonly problem: 'no-errors'; readonly why: string };

export interface ModelInput {
  readonly y: Float64Array;
  /** A category's levels, `y` being their places, and its reference. Null of a number. */
  readonly category: { readonly levels: readonly string[]; readonly reference: string } | null;
  /** Cut to the cases, as `y` is. */
  readonly columns: readonly DesignColumn[];
  /** Clusters of the errors, and groups of a mixed model. */
  readonly groups: Codes | null;
  /** How many cases each of those that are alike stands for; null: each for itself. */
  readonly times?: Float64Array;
  readonly sites: Codes | null;
  readonly random: readonly string[];
  readonly errors: Errors;
  readonly confidence: number;
}
type Rules = { readonly [K in ModelKind]: Extract<Method, { readonly kind: K }> };
type Fitted = ModelFit | ModelFailure;

/** More values than this are a measurement: nobody has a threshold or an equation for each. */
export const MOST_LEVELS = 20;

/** What each method makes of a sample: one more method is one more entry, and does not compile without it. */
const methods: { readonly [K in ModelKind]: (rule: Rules[K], input: ModelInput) => Fitted } = {
  logit: (rule, input) => (rule.firth ? firth(rule.event, input) : binary('logit', rule.event, input)),
  probit: (rule, input) => binary('probit', rule.event, input),
  ordered: (rule, input) => ordered(rule.probit ? 'probit' : 'logit', input),
  multinomial: (_rule, input) => multinomial(input),
  poisson: (_rule, input) => poisson(input),
  tobit: ({ low, high }, input) => tobit(low, high, input),
  tobitFrom: ({ low }, input) => tobit(low, null, input),
  tobitTo: ({ high }, input) => tobit(null, high, input),
  mixed: ({ ml }, input) => mixed(ml, input),
};

export function fitModel<K extends ModelKind>(kind: K, rule: Rules[K], input: ModelInput): Fitted {
  return methods[kind](rule, input);
}

/** What no method has of itself. */
export const nothing: Omit<ModelFit, 'n' | 'equations' | 'logLikelihood'> = {
  thresholds: [],
  margins: [],
  levels: [],
  base: null,
  events: null,
  goodness: null,
  aic: null,
  bic: null,
  classification: null,
  auc: null,
  percentCorrect: null,
  calibration: null,
  sigma: null,
  censored: null,
  mixed: null,
  clusters: null,
};
const plainText = (value: number): string => String(Number(value.toPrecision(12)));

/** The values that occur, as their places and as text. */
function valuesIn({ y, category }: Pick<ModelInput, 'y' | 'category'>): {
  readonly present: readonly number[];
  readonly texts: readonly string[];
} {
  const present = [...new Set(y)].sort((a, b) => a - b);
  return { present, texts: present.map((value) => category?.levels[value] ?? plainText(value)) };
}

/** 1 where the outcome is the event, 0 where not; or which values it has. */
export function eventOf(
  event: string | null,
  input: Pick<ModelInput, 'y' | 'category'>,
): { readonly y: Float64Array; readonly levels: readonly string[] } | ModelFailure {
  const { present, texts } = valuesIn(input);
  const { category } = input;
  let at = event === null ? -1 : category === null ? present.findIndex((value) => value === Number(event)) : texts.indexOf(event);
  if (event !== null && at < 0) return { problem: 'event', event, values: texts };
  if (event === null) {
    if (present.length !== 2) return { problem: 'values', values: texts.slice(0, 12), count: present.length };
    at = category === null ? present.indexOf(1) : texts.findIndex((text) => text !== category.reference);
    if (category === null && (at < 0 || present[0] !== 0)) return { problem: 'values', values: texts, count: 2 };
  }
  const others = texts.filter((_, place) => place !== at);
  return {
    y: input.y.map((value) => (value === present[at] ? 1 : 0)),
    levels: [others.length === 1 ? others[0]! : '', texts[at]!],
  };
}

const lines = (input: ModelInput): readonly Float64Array[] => input.columns.map((column) => column.values);
const named = (input: ModelInput): readonly string[] => ['intercept', ...input.columns.map((column) => column.text)];

export function failureOf(failure: OutcomeFailure, { columns }: Pick<ModelInput, 'columns'>): ModelFailure {
  if (failure.problem === 'too-few') return failure;
  return failure.problem === 'separation'
    ? { problem: 'separation', kind: failure.kind, terms: failure.along.map((at) => columns[at]!.text) }
    : { problem: 'not-converged' };
}

/** Coefficients from `first` on, named in order. */
function coefficients(
  theta: ArrayLike<number>,
  covariance: Matrix,
  names: readonly string[],
  first: number,
  confidence: number,
): ModelCoefficient[] {
  return names.map((term, at) => {
    const { z, wald: _wald, ...rest } = estimateOf(theta[first + at]!, covariance[first + at]![first + at]!, confidence);
    return { term, ...rest, statistic: z, df: null };
  });
}

/** The covariance that `errors` says, and the margins that follow from it. */
function withMargins(model: OutcomeModel, input: ModelInput, levels: readonly (string | null)[]) {
  const { fit, kernel } = model;
  const found = likelihoodErrors(fit, input.errors.kind, input.groups);
  if (typeof found === 'string') return found;
  return { ...found, margins: marginsOf({ ...fit, kernel }, found.covariance, input, levels) };
}

function marginsOf(
  { kernel, layout, theta }: Pick<IndexFit, 'layout' | 'theta'> & Pick<OutcomeModel, 'kernel'>,
  covariance: Matrix,
  input: ModelInput,
  levels: readonly (string | null)[],
): ModelMargin[] {
  const all = marginalEffects({
    columns: input.columns,
    n: input.y.length,
    ...(input.times === undefined ? {} : { weights: input.times }),
    layout,
    theta,
    covariance,
    responses: kernel.responses,
    confidence: input.confidence,
  });
  return all.flatMap(({ term, effects }) =>
    effects.map(({ effect, se, z, p, low, high }, at) => ({ term, level: levels[at]!, effect, se, statistic: z, p, low, high })),
  );
}

const goodnessFields = ({ goodness }: OutcomeModel) => ({
  goodness,
  logLikelihood: goodness.logLikelihood,
  aic: goodness.aic,
  bic: goodness.bic,
});

function chances(y: Float64Array, fitted: Float64Array, times?: Float64Array) {
  const p = tiedChances(fitted);
  const { chi2, df, p: own } = hosmerLemeshow(y, p, 10, times);
  return {
    classification: classified(y, p, 0.5, times),
    auc: areaUnderRoc(y, p, times),
    events: y.reduce((sum, one, at) => sum + (times?.[at] ?? 1) * one, 0),
    calibration: { chi2, df, p: own },
  };
}

function binary(link: 'logit' | 'probit', event: string | null, input: ModelInput): Fitted {
  const found = eventOf(event, input);
  if ('problem' in found) return found;
  const model = binaryModel(found.y, lines(input), link, input.times);
  if ('problem' in model) return failureOf(model, input);
  const { fit, kernel } = model;
  const robust = withMargins(model, input, [null]);
  if (typeof robust === 'string') return { problem: 'no-errors', why: robust };
  const table = chances(found.y, predictedBy(fit, kernel.responses).values[0]!, input.times);
  return {
    ...nothing,
    ...goodnessFields(model),
    ...table,
    n: casesIn(found.y, input.times),
    percentCorrect: table.classification.percentCorrect,
    equations: [{ level: null, coefficients: coefficients(fit.theta, robust.covariance, named(input), 0, input.confidence) }],
    margins: robust.margins,
    levels: found.levels,
    clusters: robust.clusters ?? null,
  };
}

function firth(event: string | null, input: ModelInput): Fitted {
  const found = eventOf(event, input);
  if ('problem' in found) return found;
  const fit = firthLogit(found.y, lines(input));
  if ('problem' in fit) return { problem: 'not-converged' };
  const { values } = predictedBy({ ...fit, sample: { n: found.y.length, x: lines(input) } }, fit.kernel.responses);
  const table = chances(found.y, values[0]!);
  return {
    ...nothing,
    ...table,
    n: found.y.length,
    percentCorrect: table.classification.percentCorrect,
    logLikelihood: fit.penalisedLogLikelihood,
    equations: [{ level: null, coefficients: coefficients(fit.theta, fit.covariance, named(input), 0, input.confidence) }],
    margins: marginsOf(fit, fit.covariance, input, [null]),
    levels: found.levels,
  };
}

function ordered(link: 'logit' | 'probit', input: ModelInput): Fitted {
  const { present, texts } = valuesIn(input);
  if (present.length > MOST_LEVELS) return { problem: 'values', values: texts.slice(0, 12), count: present.length };
  const y = input.y.map((value) => present.indexOf(value));
  const model = orderedModel(y, lines(input), present.length, link, input.times);
  if ('problem' in model) return failureOf(model, input);
  const robust = withMargins(model, input, texts);
  if (typeof robust === 'string') return { problem: 'no-errors', why: robust };
  const { theta } = model.fit;
  const slopes = named(input).slice(1);
  return {
    ...nothing,
    ...goodnessFields(model),
    n: casesIn(y, input.times),
    equations: [{ level: null, coefficients: coefficients(theta, robust.covariance, slopes, 0, input.confidence) }],
    thresholds: coefficients(
      theta,
      robust.covariance,
      texts.slice(1).map((text, at) => `${texts[at]!} | ${text}`),
      slopes.length,
      input.confidence,
    ),
    margins: robust.margins,
    levels: texts,
    clusters: robust.clusters ?? null,
  };
}

function multinomial(input: ModelInput): Fitted {
  const { present, texts } = valuesIn(input);
  if (present.length > MOST_LEVELS) return { problem: 'values', values: texts.slice(0, 12), count: present.length };
  const y = input.y.map((value) => present.indexOf(value));
  // The reference, or the first level that occurs.
  const base = Math.max(0, texts.indexOf(input.category?.reference ?? texts[0]!));
  const model = multinomialModel(y, lines(input), present.length, base, input.times);
  if ('problem' in model) return failureOf(model, input);
  const robust = withMargins(model, input, texts);
  if (typeof robust === 'string') return { problem: 'no-errors', why: robust };
  const names = named(input);
  return {
    ...nothing,
    ...goodnessFields(model),
    n: casesIn(y, input.times),
    equations: texts
      .filter((_, at) => at !== base)
      .map((level, at) => ({
        level,
        coefficients: coefficients(model.fit.theta, robust.covariance, names, at * names.length, input.confidence),
      })),
    percentCorrect: model.percentCorrect,
    margins: robust.margins,
    levels: texts,
    base: texts[base]!,
    clusters: robust.clusters ?? null,
  };
}

function poisson(input: ModelInput): Fitted {
  const bad = input.y.find((value) => value < 0 || !Number.isInteger(value));
  if (bad !== undefined) return { problem: 'no-counts', value: bad };
  const model = poissonModel(input.y, lines(input), input.times);
  if ('problem' in model) return failureOf(model, input);
  const robust = withMargins(model, input, [null]);
  if (typeof robust === 'string') return { problem: 'no-errors', why: robust };
  return {
    ...nothing,
    ...goodnessFields(model),
    n: casesIn(input.y, input.times),
    equations: [{ level: null, coefficients: coefficients(model.fit.theta, robust.covariance, named(input), 0, input.confidence) }],
    margins: robust.margins,
    clusters: robust.clusters ?? null,
  };
}

function tobit(low: number | null, high: number | null, input: ModelInput): Fitted {
  const { y } = input;
  const [from, to] = [low ?? -Infinity, high ?? Infinity];
  if (!y.some((value) => value > from && value < to)) return { problem: 'all-censored', low, high };
  const model = tobitModel(y, lines(input), from, to);
  if ('problem' in model) return failureOf(model, input);
  const robust = withMargins(model, input, [null]);
  if (typeof robust === 'string') return { problem: 'no-errors', why: robust };
  // From Olsen's parameters to β and σ.
  const covariance = multiply(multiply(model.jacobian, robust.covariance), transpose(model.jacobian));
  return {
    ...nothing,
    ...goodnessFields(model),
    n: y.length,
    equations: [{ level: null, coefficients: coefficients(model.parameters, covariance, named(input), 0, input.confidence) }],
    margins: robust.margins,
    sigma: model.sigma,
    censored: { low: model.left, high: model.right, beyond: y.reduce((sum, one) => sum + (one < from || one > to ? 1 : 0), 0) },
    clusters: robust.clusters ?? null,
  };
}

function mixed(ml: boolean, input: ModelInput): Fitted {
  const places = new Map<number, number>();
  const groups = Int32Array.from(input.sites ?? [], (site) => {
    if (!places.has(site)) places.set(site, places.size);
    return places.get(site)!;
  });
  const n = input.y.length;
  if (places.size < 2 || places.size === n) return { problem: 'one-group', groups: places.size, cases: n };
  const random = input.columns.flatMap((column, at) => (input.random.includes(column.text) ? [at] : []));
  const fit = mixedModel({ y: input.y, x: lines(input), groups, count: places.size, random, restricted: !ml });
  if ('problem' in fit) return { problem: 'not-converged' };
  const p = fit.b.length;
  const variances = ((random.length + 1) * (random.length + 2)) / 2 + 1;
  // As SPSS MIXED: under restricted likelihood only the variances count, and the cases less the fixed effects.
  const parameters = ml ? p + variances : variances;
  return {
    ...nothing,
    n,
    equations: [
      {
        level: null,
        coefficients: named(input).map((term, j): ModelCoefficient => {
          const [b, se, df] = [fit.b[j]!, Math.sqrt(fit.covariance[j]![j]!), fit.df[j]!];
          const half = tQuantile(1 - (1 - input.confidence) / 2, df) * se;
          return { term, b, se, statistic: b / se, df, p: tTwoSided(b / se, df), low: b - half, high: b + half };
        }),
      },
    ],
    logLikelihood: -fit.deviance / 2,
    aic: fit.deviance + 2 * parameters,
    bic: fit.deviance + parameters * log(ml ? n : n - p),
    mixed: { groups: places.size, between: fit.between, residual: fit.residual, icc: fit.icc, singular: fit.singular },
  };
}
