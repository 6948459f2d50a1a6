// The numbers of one outcome of a regression: one entry each.
import type { RegressionJob } from './job.ts';
import type { RegressionResult } from '../results.ts';
import type { Coefficient, LinearFit } from '../../procedures/regression/ols.ts';
import { within } from '../../contract/ranges.ts';
import { caseQuantities } from '../cases.ts';
import { quantities } from '../../contract/declared-quantity.ts';
import { errors, type Estimator } from './errors.ts';
import type { Slopes } from './moderation.ts';
import { slopeQuantities } from './slope-quantities.ts';
import type { RelativeImportance } from './relative-importance.ts';
import { stepQuantities } from './step-quantities.ts';
import type { Step } from './steps.ts';
import type { ModelFit } from './models.ts';
import { modelCoefficient, modelQuantities } from './model-quantities.ts';

/** One outcome with what its addresses need. */
export interface OutcomeNumbers {
  readonly fit: LinearFit | null;
  /** The fit of another method. */
  readonly model: ModelFit | null;
  /** Terms that are in the model. */
  readonly used: readonly string[];
  /** The outcome's levels, where it has any. */
  readonly levels: readonly string[];
  /** The groups' column of a mixed model, and the terms whose slopes vary between them. */
  readonly site: string | null;
  readonly random: readonly string[];
  /** Why there is no fit. */
  readonly reason: string;
  /** Texts of all terms, the constant ones too, without the intercept. */
  readonly terms: readonly string[];
  readonly filled: number;
  readonly steps: readonly Step[];
  readonly slopes: Slopes | null;
  readonly importance: RelativeImportance | null;
  /** Respondents, and those whom `where` lets in. */
  readonly rows: number;
  readonly cases: number;
}
export const outcomeNumbers = (
  result: Pick<RegressionResult, 'terms' | 'cases' | 'job'> & { readonly rows: number },
  one: RegressionResult['outcomes'][number],
): OutcomeNumbers => ({
  fit: one.fit,
  model: one.model,
  used: one.model?.equations[0]?.coefficients.map((found) => found.term) ?? [],
  levels: one.levels,
  site: result.job.method.kind === 'mixed' ? result.job.method.site : null,
  random: result.job.random,
  reason: one.reason ?? 'not defined',
  terms: result.terms.map((term) => term.text),
  filled: one.filled,
  steps: one.steps,
  slopes: one.slopes,
  importance: one.importance,
  rows: result.rows,
  cases: result.cases,
});

const cohen = 'Cohen, Cohen, West & Aiken 2003, Applied Multiple Regression, ch. 3';
const likelihood = 'McCullagh & Nelder 1989, Generalized Linear Models';
const spss = (what: string): string => `IBM SPSS Statistics Algorithms, ${what}`;

const coefficient = ({ fit }: OutcomeNumbers, term: string): Coefficient | undefined => fit?.coefficients.find((one) => one.term === term);
/** Of least squares or of the other methods' one equation. */
const either = (one: OutcomeNumbers, term: string, part: 'b' | 'se' | 'p' | 'low' | 'high'): number | null | undefined =>
  one.fit === null ? modelCoefficient(one, term)?.[part] : coefficient(one, term)?.[part];
/** The formula of another method than least squares. */
const otherwise =
  (least: (job: RegressionJob | null) => { formula: string; source: string }, formula: string, source: string) =>
  (job: RegressionJob | null) =>
    job === null || job.method.kind === 'linear' ? least(job) : { formula, source };
const PERFECT = 'perfect fit: the residuals are nothing but rounding';
const left = (one: OutcomeNumbers, term: string): string | null =>
  one.fit === null
    ? one.model === null || one.used.includes(term)
      ? one.reason
      : 'left out: constant among these cases'
    : coefficient(one, term) === undefined
      ? 'left out: constant among these cases'
      : one.fit.perfect
        ? PERFECT
        : one.reason;
const unlessPerfect = ({ fit, reason }: OutcomeNumbers): string => (fit?.perfect === true ? PERFECT : reason);
const noF = ({ fit, reason }: OutcomeNumbers): string =>
  fit?.perfect === true
    ? PERFECT
    : fit === null || fit.clusters === undefined
      ? reason
      : 'with clustered standard errors, F needs more clusters than predictors';
const noRows = ({ fit, reason }: OutcomeNumbers): string =>
  fit?.perfect === true ? PERFECT : fit === null ? reason : 'needs the rows; pairwise deletion has none';
const slopes = ({ terms }: OutcomeNumbers): readonly [string][] => terms.map((term) => [term]);
const all = (one: OutcomeNumbers): readonly [string][] => [['intercept'], ...slopes(one)];

/** The interval of b in the units of beta: times s(x)/s(y). */
const betaEnd =
  (end: 'low' | 'high') =>
  (one: OutcomeNumbers, term: string): number | null => {
    const found = coefficient(one, term);
    return found === undefined || found.beta === null || found[end] === null || found.b === 0 ? null : (found[end] * found.beta) / found.b;
  };

/** t, p and intervals follow from the standard errors: so do their formulas, or they have their own. */
const byErrors =
  (formula: (se: string, df: string, quantile: string) => string, own: 'p' | 'low' | 'high' | null = null) =>
  (job: RegressionJob | null) => {
    if (job?.missing === 'multiple')
      return { formula: formula('√(W + (1 + 1/m)·B)', 'Barnard and Rubin’s df', quantileText(job)), source: rubin };
    const of: Estimator['formula'] = errors.choices[job?.errors.kind ?? 'classical'].formula;
    return { formula: (own === null ? undefined : of[own]) ?? formula(of.se, of.df, quantileText(job)), source: of.source };
  };
/** `t₀.₉₇₅` of a 95 % interval. */
function quantileText(job: RegressionJob | null): string {
  const upper = Number(((1 + (job?.confidence ?? 0.95)) / 2).toFixed(6));
  return `t${String(upper).replace(/\d/gu, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!)}`;
}
/** Which cases, and what stands for missing values. */
const byMissing = (formula: string, source: string) => (job: RegressionJob | null) => {
  const over = {
    listwise: '',
    pairwise: ', from correlations over each pair’s cases (n the smallest of them)',
    mean: ', missing values replaced by the mean over the cases',
    multiple: ', of every completed copy of the data, the mean of the copies',
  }[job?.missing ?? 'listwise'];
  return { formula: `${formula}${over}`, source };
};
const reasons = { over: all, why: left } as const;

const rubin = 'Rubin 1987, Multiple Imputation for Nonresponse in Surveys, ch. 3; Barnard & Rubin 1999, Biometrika 86:948–955';
const lindeman = 'Lindeman, Merenda & Gold 1980, Introduction to Bivariate and Multivariate Analysis, pp. 119ff.';
const shareOf = (found: RelativeImportance | null, name: string): number | null => found?.shares[found.variables.indexOf(name)] ?? null;
const important = {
  over: ({ importance }: OutcomeNumbers): readonly [string][] => importance?.variables.map((name): [string] => [name]) ?? [],
  why: ({ reason }: OutcomeNumbers) => (reason === 'not defined' ? 'R² is 0' : reason),
};

const ownQuantities = quantities<OutcomeNumbers, RegressionJob>()({
  n: {
    range: within.count,
    doc: 'cases',
    label: 'N',
    format: 'count',
    formula: byMissing('number of cases used', spss('REGRESSION')),
    value: ({ fit, model }) => fit?.n ?? model?.n,
  },
  ...caseQuantities((one: OutcomeNumbers) => one.fit?.n ?? one.model?.n ?? null),
  filled: {
    range: within.count,
    doc: 'values that mean substitution or imputation filled in',
    label: 'Filled in',
    format: 'count',
    formula: 'missing values of predictors and outcome, with `missing mean` or `missing multiple`',
    source: 'the data',
    value: ({ fit, filled }) => (fit === null ? null : filled),
  },
  clusters: {
    range: within.least1,
    doc: 'clusters that the standard errors allow for',
    label: 'Clusters',
    format: 'count',
    formula: 'G',
    source: 'Cameron & Miller 2015, Journal of Human Resources 50:317–372',
    value: ({ fit, model }) => fit?.clusters ?? model?.clusters,
    why: ({ fit, model, reason }) => (fit === null && model === null ? reason : 'the standard errors are not clustered'),
  },
  samples: {
    range: within.count,
    doc: 'samples that the standard errors or p-values rest on',
    label: 'Samples',
    format: 'count',
    formula: 'those drawn of which the model could be fitted; all 2^G of signs where there are no more',
    source: 'Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 9',
    value: ({ fit }) => fit?.samples?.count,
    why: ({ fit, reason }) => (fit === null ? reason : 'nothing is drawn for these standard errors'),
  },
  r2: {
    range: within.variance,
    doc: 'R²',
    label: 'R²',
    format: 'coefficient',
    formula: 'R² = 1 − SSres / SStot',
    source: cohen,
    value: ({ fit }) => fit?.r2,
  },
  f2: {
    range: within.squares,
    doc: 'Cohen’s f², the effect size of the model',
    label: 'f²',
    format: 'coefficient',
    formula: 'f² = R² / (1 − R²)',
    source: 'Cohen 1988, Statistical Power Analysis, eq. 9.2.1',
    value: ({ fit }) => (fit === null || fit.r2 === null || fit.r2 >= 1 ? null : fit.r2 / (1 - fit.r2)),
    why: ({ fit, reason }) => (fit === null ? reason : 'a perfect fit leaves nothing unexplained'),
  },
  adjusted_r2: {
    range: within.atMostOne,
    doc: 'adjusted R²',
    label: 'Adjusted R²',
    format: 'coefficient',
    formula: '1 − (1 − R²)(n − 1)/(n − k − 1)',
    source: cohen,
    value: ({ fit }) => fit?.adjustedR2,
  },
  f: {
    range: within.squares,
    doc: 'F of the model',
    label: 'F',
    format: 'statistic',
    formula: 'F = (SSreg / k) / (SSres / (n − k − 1))',
    source: cohen,
    value: ({ fit }) => fit?.f,
    why: noF,
  },
  df1: {
    range: within.groups,
    doc: 'its numerator degrees of freedom',
    label: 'df1',
    format: 'df',
    formula: 'k, the number of predictors',
    source: cohen,
    value: ({ fit }) => fit?.df1,
  },
  df2: {
    range: within.df,
    doc: 'its denominator degrees of freedom',
    label: 'df2',
    format: 'df',
    formula: byErrors((_, df) => df),
    value: ({ fit }) => fit?.df2,
  },
  p: {
    range: within.probability,
    doc: 'p-value of F, or of the likelihood ratio χ²',
    label: 'p',
    format: 'p',
    formula: otherwise(() => ({ formula: 'P(F(df1, df2) > F)', source: cohen }), 'P(χ²(df) > χ²)', likelihood),
    value: ({ fit, model }) => fit?.p ?? model?.goodness?.p,
    why: noF,
  },
  rmse: {
    range: within.spread,
    doc: 'standard error of the estimate',
    label: 'RMSE',
    format: 'statistic',
    formula: '√(SSres / (n − k − 1))',
    source: cohen,
    value: ({ fit }) => fit?.rmse,
  },
  aic: {
    range: null,
    doc: 'AIC as SPSS prints it',
    label: 'AIC',
    format: 'information',
    formula: otherwise(
      () => ({ formula: 'n·ln(SSres/n) + 2(k + 1)', source: spss('REGRESSION, selection criteria') }),
      '−2 ln L + 2m, m parameters (of a restricted likelihood the variances alone, as SPSS MIXED)',
      likelihood,
    ),
    value: ({ fit, model }) => fit?.aic ?? model?.aic,
    why: unlessPerfect,
  },
  bic: {
    range: null,
    doc: 'Schwarz criterion as SPSS prints it',
    label: 'BIC',
    format: 'information',
    formula: otherwise(
      () => ({ formula: 'n·ln(SSres/n) + (k + 1)·ln n', source: spss('REGRESSION, selection criteria') }),
      '−2 ln L + m·ln n (of a restricted likelihood n less the fixed effects)',
      likelihood,
    ),
    value: ({ fit, model }) => fit?.bic ?? model?.bic,
    why: unlessPerfect,
  },
  durbin_watson: {
    range: within.neighbours,
    doc: 'Durbin–Watson statistic',
    label: 'Durbin–Watson',
    format: 'statistic',
    formula: 'Σ(eᵢ − eᵢ₋₁)² / Σeᵢ²',
    source: 'Durbin & Watson 1950, Biometrika 37:409–428',
    value: ({ fit }) => fit?.durbinWatson,
    why: noRows,
  },
  'breusch_pagan.p': {
    range: within.probability,
    doc: 'Breusch–Pagan test (Koenker), p',
    label: 'Breusch–Pagan p',
    format: 'p',
    formula: 'P(χ²(k) > n·R² of e² on the predictors)',
    source: 'Koenker 1981, Journal of Econometrics 17:107–112',
    value: ({ fit }) => fit?.breuschPagan?.p,
    why: noRows,
  },
  'b(term)': {
    range: null,
    doc: 'coefficient',
    label: 'b',
    format: 'coefficient',
    formula: otherwise(byMissing('b = (X′X)⁻¹X′y', cohen), 'at the maximum of the likelihood', likelihood),
    ...reasons,
    value: (one, term) => either(one, term, 'b'),
  },
  'beta(term)': {
    range: null,
    doc: 'standardised coefficient',
    label: 'β',
    format: 'coefficient',
    formula: 'β = b · s(x)/s(y)',
    source: spss('REGRESSION'),
    over: slopes,
    why: left,
    value: (one, term) => coefficient(one, term)?.beta,
  },
  'beta.low(term)': {
    range: null,
    doc: 'lower end of the interval of b, in units of β',
    label: 'β, low',
    format: 'coefficient',
    formula: byErrors((_, df, t) => `(b − ${t}(${df}) · se) · s(x)/s(y)`),
    over: slopes,
    why: left,
    value: betaEnd('low'),
  },
  'beta.high(term)': {
    range: null,
    doc: 'upper end of the interval of b, in units of β',
    label: 'β, high',
    format: 'coefficient',
    formula: byErrors((_, df, t) => `(b + ${t}(${df}) · se) · s(x)/s(y)`),
    over: slopes,
    why: left,
    value: betaEnd('high'),
  },
  'se(term)': {
    range: within.spread,
    doc: 'standard error of b',
    label: 'SE',
    format: 'coefficient',
    formula: otherwise(
      byErrors((se) => se),
      '√(V) of the inverse information, or of the cases’ scores with `errors`',
      likelihood,
    ),
    ...reasons,
    value: (one, term) => either(one, term, 'se'),
  },
  't(term)': {
    range: null,
    doc: 't of b',
    label: 't',
    format: 'statistic',
    formula: 'b / se',
    source: cohen,
    ...reasons,
    value: (one, term) => (one.fit === null ? modelCoefficient(one, term)?.statistic : coefficient(one, term)?.t),
  },
  'df(term)': {
    range: within.df,
    doc: 'degrees of freedom of t',
    label: 'df',
    format: 'df',
    formula: (job) =>
      job?.missing === 'multiple'
        ? { formula: 'ν·ν̂/(ν + ν̂), ν = (m − 1)/λ², ν̂ = (k + 1)/(k + 3)·k·(1 − λ), k those of the complete data', source: rubin }
        : job?.method.kind === 'mixed'
          ? {
              formula: '2V²/(g′Ag), Satterthwaite',
              source: 'Kuznetsova, Brockhoff & Christensen 2017, Journal of Statistical Software 82(13)',
            }
          : job?.errors.kind === 'cr2'
            ? { formula: '(tr P)²/tr(P²), P of CR2 under independent errors (Satterthwaite)', source: errors.choices.cr2.formula.source }
            : byErrors((_, df) => df)(job),
    ...reasons,
    value: (one, term) => {
      if (one.fit === null) return modelCoefficient(one, term)?.df;
      const found = coefficient(one, term);
      return found === undefined ? undefined : found.df === undefined ? one.fit.df2 : found.df;
    },
  },
  'p(term)': {
    range: within.probability,
    doc: 'p-value of b',
    label: 'p',
    format: 'p',
    formula: otherwise(
      byErrors((_, df) => `P(|t(${df})| > |t|), two-sided`, 'p'),
      'P(|Z| > |z|), two-sided; of a mixed model P(|t(df)| > |t|)',
      likelihood,
    ),
    ...reasons,
    value: (one, term) => either(one, term, 'p'),
  },
  'low(term)': {
    range: null,
    doc: 'lower end of the 95 % interval of b',
    label: 'Low',
    format: 'coefficient',
    formula: otherwise(
      byErrors((_, df, t) => `b − ${t}(${df}) · se`, 'low'),
      'b − z₀.₉₇₅ · se; of a mixed model b − t₀.₉₇₅(df) · se',
      likelihood,
    ),
    ...reasons,
    value: (one, term) => either(one, term, 'low'),
  },
  'high(term)': {
    range: null,
    doc: 'upper end',
    label: 'High',
    format: 'coefficient',
    formula: otherwise(
      byErrors((_, df, t) => `b + ${t}(${df}) · se`, 'high'),
      'b + z₀.₉₇₅ · se; of a mixed model b + t₀.₉₇₅(df) · se',
      likelihood,
    ),
    ...reasons,
    value: (one, term) => either(one, term, 'high'),
  },
  'fmi(term)': {
    range: within.share,
    doc: 'fraction of information on a coefficient that is missing, with `missing multiple`',
    label: 'FMI',
    format: 'coefficient',
    formula: '(r + 2/(df + 3))/(r + 1), r = (1 + 1/m)·B/W',
    source: rubin,
    over: (one) => (one.fit?.imputed === undefined ? [] : all(one)),
    why: left,
    value: ({ fit }, term) => fit?.imputed?.missingInformation[fit.coefficients.findIndex((one) => one.term === term)],
  },
  'vif(term)': {
    range: within.vif,
    doc: 'variance inflation factor',
    label: 'VIF',
    format: 'statistic',
    formula: '1 / (1 − Rⱼ²), Rⱼ² of x on the other predictors',
    source: cohen,
    over: slopes,
    why: left,
    value: (one, term) => coefficient(one, term)?.vif,
  },
  'importance(variable)': {
    range: within.share,
    doc: 'what a predictor accounts for of R², with `show importance`; all levels of a category together',
    label: 'Share of R²',
    format: 'coefficient',
    formula: '(1/p!)·Σ over all orders of [R²(those before it, and it) − R²(those before it)] (LMG; the shares sum to R²)',
    source: lindeman,
    ...important,
    value: ({ importance }, name) => shareOf(importance, name),
  },
  'importance.percent(variable)': {
    range: within.percent,
    doc: 'the same in per cent of R²',
    label: '% of R²',
    format: 'percent',
    formula: '100 · importance / R²',
    source: lindeman,
    ...important,
    value: ({ importance }, name) => {
      const found = shareOf(importance, name);
      return found === null || importance === null || importance.r2 === 0 ? null : (100 * found) / importance.r2;
    },
  },
  ...stepQuantities,
  ...slopeQuantities,
});

/** Of every method. */
export const regressionQuantities = { ...ownQuantities, ...modelQuantities };

export type RegressionQuantity = keyof typeof regressionQuantities;
