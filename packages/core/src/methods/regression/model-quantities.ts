// The numbers that regressions other than least squares have, one entry each. Which method has which is
// by-method.ts'.
import type { RegressionJob } from './job.ts';
import type { ModelCoefficient, ModelMargin } from './models.ts';
import type { OutcomeNumbers } from './quantities.ts';
import { exp } from '../../numerics/exponential.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';

const long = 'Long 1997, Regression Models for Categorical and Limited Dependent Variables';
const greene = 'Greene 2012, Econometric Analysis, 7th ed., §17.3';
const bates = 'Bates, Mächler, Bolker & Walker 2015, Journal of Statistical Software 67(1)';
const ml = 'McCullagh & Nelder 1989, Generalized Linear Models';

export const modelCoefficient = ({ model }: OutcomeNumbers, term: string, level: string | null = null): ModelCoefficient | undefined =>
  model?.equations.find((one) => one.level === level)?.coefficients.find((one) => one.term === term);
const marginOf = ({ model }: OutcomeNumbers, term: string, level: string | null = null): ModelMargin | undefined =>
  model?.margins.find((one) => one.term === term && one.level === level);

const why = (one: OutcomeNumbers): string =>
  one.model === null ? one.reason : one.model.drawn === true ? 'it has no weighted form' : 'not defined for this model';
const whyTerm = (one: OutcomeNumbers, term: string): string =>
  one.model === null ? one.reason : one.used.includes(term) ? why(one) : 'left out: constant among these cases';
const whyMargin = (one: OutcomeNumbers, term: string): string =>
  one.model !== null && term.includes(':') ? 'a product has no effect of its own: it is in those of its factors' : whyTerm(one, term);
const penalised = (one: OutcomeNumbers): string =>
  one.model !== null && one.model.drawn !== true && one.model.goodness === null
    ? 'Firth’s estimates are of a penalised likelihood'
    : why(one);

const slopes = ({ terms }: OutcomeNumbers): readonly [string][] => terms.map((term) => [term]);
const all = (one: OutcomeNumbers): readonly [string][] => [['intercept'], ...slopes(one)];
/** Each term with each level that has an equation. */
const inEquations = (one: OutcomeNumbers): readonly [string, string][] =>
  one.levels.filter((level) => level !== one.model?.base).flatMap((level) => all(one).map(([term]): [string, string] => [term, level]));
const atLevels = (one: OutcomeNumbers): readonly [string, string][] =>
  one.levels.flatMap((level) => slopes(one).map(([term]): [string, string] => [term, level]));
const base = (one: OutcomeNumbers, level: string): string =>
  one.model !== null && one.model.base === level ? `${level} is the base, with which the others are compared` : why(one);

const ofCoefficient = (part: 'se' | 'statistic' | 'p' | 'low' | 'high' | 'b') => ({
  over: inEquations,
  value: (one: OutcomeNumbers, term: string, level: string) => modelCoefficient(one, term, level)?.[part],
  why: (one: OutcomeNumbers, _term: string, level: string) => base(one, level),
});
const ofMargin = (part: 'effect' | 'se' | 'p' | 'low' | 'high') => ({
  over: slopes,
  value: (one: OutcomeNumbers, term: string) => marginOf(one, term)?.[part],
  why: whyMargin,
});
const ofMarginAt = (part: 'effect' | 'se' | 'p') => ({
  over: atLevels,
  value: (one: OutcomeNumbers, term: string, level: string) => marginOf(one, term, level)?.[part],
  why: (one: OutcomeNumbers, term: string) => whyMargin(one, term),
});
const raised = (part: 'b' | 'low' | 'high') => (one: OutcomeNumbers, term: string) => {
  const found = modelCoefficient(one, term)?.[part];
  return found === undefined ? null : exp(found);
};
const raisedAt = (part: 'b' | 'low' | 'high') => (one: OutcomeNumbers, term: string, level: string) => {
  const found = modelCoefficient(one, term, level)?.[part];
  return found === undefined ? null : exp(found);
};
const ratioOf = (doc: string, label: string, formula: string, chapter: string) =>
  ({ range: within.squares, doc, label, format: 'coefficient', formula, source: `${long}, ${chapter}` }) as const;
const ratio = (doc: string, label: string, part: 'b' | 'low' | 'high', formula: string) =>
  ({ ...ratioOf(doc, label, formula, 'ch. 3 and 8'), over: slopes, value: raised(part), why: whyTerm }) as const;
const ratioAt = (doc: string, label: string, part: 'b' | 'low' | 'high', formula: string) =>
  ({
    ...ratioOf(doc, label, formula, 'ch. 6'),
    over: inEquations,
    value: raisedAt(part),
    why: (one: OutcomeNumbers, _term: string, level: string) => base(one, level),
  }) as const;
const goodness = (doc: string, label: string, formula: string, source: string, part: 'mcfadden' | 'coxSnell' | 'nagelkerke') =>
  ({
    range: within.atMostOne,
    doc,
    label,
    format: 'coefficient',
    formula,
    source,
    value: ({ model }: OutcomeNumbers) => model?.goodness?.[part],
    why: penalised,
  }) as const;
type Cell = 'trueNegative' | 'falsePositive' | 'falseNegative' | 'truePositive';
const cell = (doc: string, label: string, part: Cell) =>
  ({
    range: within.count,
    doc,
    label,
    format: 'count',
    formula: 'cases; predicted to have the event when p ≥ 0.5',
    source: 'SPSS LOGISTIC REGRESSION, classification table',
    value: ({ model }: OutcomeNumbers) => model?.classification?.[part],
    why,
  }) as const;
const share = (doc: string, label: string, formula: string, part: 'sensitivity' | 'specificity') =>
  ({
    range: within.share,
    doc,
    label,
    format: 'coefficient',
    formula,
    source: 'Hosmer, Lemeshow & Sturdivant 2013, Applied Logistic Regression, §5.2',
    value: ({ model }: OutcomeNumbers) => model?.classification?.[part],
    why,
  }) as const;

const formats = { chi2: 'statistic', df: 'df', p: 'p' } as const;
const ranges = { chi2: within.squares, df: within.df, p: within.probability } as const;
const calibration = (doc: string, label: string, part: keyof typeof formats) =>
  ({
    range: ranges[part],
    doc,
    label,
    format: formats[part],
    formula: 'Σ (O − E)²/(E(1 − E/n)) over groups by the deciles of p (type 7, right-closed), groups − 2 df',
    source: 'Hosmer, Lemeshow & Sturdivant 2013, Applied Logistic Regression, §5.2',
    value: ({ model }: OutcomeNumbers) => model?.calibration?.[part],
    why,
  }) as const;

const variance = ({ model, site, random }: OutcomeNumbers, part: string): number | null => {
  if (model === null || model.mixed === null) return null;
  if (part === 'residual') return model.mixed.residual;
  const at = part === site ? 0 : random.indexOf(part) + 1;
  return at === 0 && part !== site ? null : (model.mixed.between[at]?.[at] ?? null);
};

/** What goes with an average marginal effect, of the outcome or of one of its levels. */
const ofEffect = {
  se: {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE of the effect',
    format: 'coefficient',
    formula: '√(g′Vg), g = ∂effect/∂b (delta method)',
    source: greene,
  },
  p: {
    range: within.probability,
    doc: 'its p-value',
    label: 'p of the effect',
    format: 'p',
    formula: 'P(|Z| > |effect/se|), two-sided',
    source: greene,
  },
  low: {
    range: null,
    doc: 'lower end of its 95 % interval',
    label: 'Effect, low',
    format: 'coefficient',
    formula: 'effect − z₀.₉₇₅ · se',
    source: greene,
  },
  high: {
    range: null,
    doc: 'upper end',
    label: 'Effect, high',
    format: 'coefficient',
    formula: 'effect + z₀.₉₇₅ · se',
    source: greene,
  },
} as const;

export const modelQuantities = quantities<OutcomeNumbers, RegressionJob>()({
  events: {
    range: within.count,
    doc: 'cases with the event',
    label: 'Events',
    format: 'count',
    formula: 'cases whose outcome is counted as 1',
    source: 'the data',
    value: ({ model }) => model?.events,
    why,
  },
  chi2: {
    range: within.squares,
    doc: 'likelihood ratio χ² against the model without predictors',
    label: 'LR χ²',
    format: 'statistic',
    formula: '2(ln L − ln L₀)',
    source: ml,
    value: ({ model }) => model?.goodness?.chi2,
    why: penalised,
  },
  df: {
    range: within.df,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: 'number of slopes',
    source: ml,
    value: ({ model }) => model?.goodness?.df,
    why: penalised,
  },
  loglik: {
    range: null,
    doc: 'ln likelihood; of Firth’s method the penalised one, of a mixed model the restricted one unless `ml`',
    label: 'Log likelihood',
    format: 'information',
    formula: 'ln L',
    source: ml,
    value: ({ model }) => model?.logLikelihood,
    why,
  },
  mcfadden: goodness('McFadden’s pseudo R²', 'McFadden R²', '1 − ln L / ln L₀', 'McFadden 1974', 'mcfadden'),
  cox_snell: goodness(
    'Cox and Snell’s pseudo R²',
    'Cox–Snell R²',
    '1 − exp(−χ²/n)',
    'Cox & Snell 1989, Analysis of Binary Data',
    'coxSnell',
  ),
  nagelkerke: goodness(
    'Nagelkerke’s pseudo R²',
    'Nagelkerke R²',
    'Cox–Snell R² / (1 − L₀^(2/n))',
    'Nagelkerke 1991, Biometrika 78:691–692',
    'nagelkerke',
  ),
  classification: {
    range: within.percent,
    doc: 'per cent of the cases that are predicted right',
    label: 'Correctly classified, %',
    format: 'percent',
    formula: '100 · right / n; of several levels the likeliest is predicted, of two the event when p ≥ 0.5',
    source: 'SPSS LOGISTIC REGRESSION, classification table',
    value: ({ model }) => model?.percentCorrect,
    why,
  },
  'classification.true_positive': cell('cases with the event, predicted so', 'Event, predicted', 'truePositive'),
  'classification.false_negative': cell('cases with the event, predicted without', 'Event, not predicted', 'falseNegative'),
  'classification.false_positive': cell('cases without the event, predicted with it', 'No event, predicted', 'falsePositive'),
  'classification.true_negative': cell('cases without the event, predicted so', 'No event, not predicted', 'trueNegative'),
  'classification.sensitivity': share(
    'share of those with the event that is predicted so',
    'Sensitivity',
    'true positives / events',
    'sensitivity',
  ),
  'classification.specificity': share(
    'share of those without the event that is predicted so',
    'Specificity',
    'true negatives / others',
    'specificity',
  ),
  auc: {
    range: within.share,
    doc: 'area under the ROC curve',
    label: 'AUC',
    format: 'coefficient',
    formula: 'P(a case with the event has the higher p), ties half',
    source: 'Hanley & McNeil 1982, Radiology 143:29–36',
    value: ({ model }) => model?.auc,
    why,
  },
  'hosmer_lemeshow.chi2': calibration('Hosmer–Lemeshow χ²', 'Hosmer–Lemeshow χ²', 'chi2'),
  'hosmer_lemeshow.df': calibration('its degrees of freedom', 'Hosmer–Lemeshow df', 'df'),
  'hosmer_lemeshow.p': calibration('its p-value', 'Hosmer–Lemeshow p', 'p'),
  sigma: {
    range: within.spread,
    doc: 'SD of the outcome about its mean, were nothing censored',
    label: 'σ',
    format: 'statistic',
    formula: 'σ of y* = x′b + σε',
    source: 'Tobin 1958, Econometrica 26:24–36',
    value: ({ model }) => model?.sigma,
    why,
  },
  'censored.low': {
    range: within.count,
    doc: 'cases at or below the lower limit',
    label: 'At the lower limit',
    format: 'count',
    formula: 'number of y ≤ LOW',
    source: 'the data',
    value: ({ model }) => model?.censored?.low,
    why,
  },
  'censored.high': {
    range: within.count,
    doc: 'cases at or above the upper limit',
    label: 'At the upper limit',
    format: 'count',
    formula: 'number of y ≥ HIGH',
    source: 'the data',
    value: ({ model }) => model?.censored?.high,
    why,
  },
  groups: {
    range: within.groups,
    doc: 'groups of a mixed model',
    label: 'Groups',
    format: 'count',
    formula: 'G',
    source: bates,
    value: ({ model }) => model?.mixed?.groups,
    why,
  },
  icc: {
    range: within.share,
    doc: 'intraclass correlation, beside the predictors',
    label: 'ICC',
    format: 'coefficient',
    formula: 'variance(site) / (variance(site) + variance(residual))',
    source: 'Snijders & Bosker 2012, Multilevel Analysis, ch. 3',
    value: ({ model }) => model?.mixed?.icc,
    why: (one) => (one.model === null ? one.reason : 'with slopes that vary between groups it is another for every value of theirs'),
  },
  'variance(source)': {
    range: within.squares,
    doc: 'variance between groups, of a slope between groups, or of the residuals',
    label: 'Variance',
    format: 'statistic',
    formula: 'of the (restricted) maximum of the likelihood',
    source: bates,
    over: ({ site, random }) => [...(site === null ? [] : [site]), ...random, 'residual'].map((part): [string] => [part]),
    value: variance,
    why,
  },
  'z(term)': {
    range: null,
    doc: 'z of b',
    label: 'z',
    format: 'statistic',
    formula: 'b / se',
    source: ml,
    over: all,
    value: (one, term) => modelCoefficient(one, term)?.statistic,
    why: whyTerm,
  },
  'odds(term)': ratio('odds ratio', 'Odds ratio', 'b', 'exp(b)'),
  'odds.low(term)': ratio('lower end of its 95 % interval', 'Odds ratio, low', 'low', 'exp(b − z₀.₉₇₅ · se)'),
  'odds.high(term)': ratio('upper end', 'Odds ratio, high', 'high', 'exp(b + z₀.₉₇₅ · se)'),
  'rate_ratio(term)': ratio('ratio of rates of a count', 'Rate ratio', 'b', 'exp(b)'),
  'rate_ratio.low(term)': ratio('lower end of its 95 % interval', 'Rate ratio, low', 'low', 'exp(b − z₀.₉₇₅ · se)'),
  'rate_ratio.high(term)': ratio('upper end', 'Rate ratio, high', 'high', 'exp(b + z₀.₉₇₅ · se)'),
  'margin(term)': {
    range: null,
    doc: 'average marginal effect: of a number the mean derivative, of a level the mean change from the reference',
    label: 'Marginal effect',
    format: 'coefficient',
    formula: '(1/n) Σ ∂E(y|xᵢ)/∂x, or (1/n) Σ [E(y|xᵢ, 1) − E(y|xᵢ, 0)]',
    source: greene,
    ...ofMargin('effect'),
  },
  'margin.se(term)': { ...ofEffect.se, ...ofMargin('se') },
  'margin.p(term)': { ...ofEffect.p, ...ofMargin('p') },
  'margin.low(term)': { ...ofEffect.low, ...ofMargin('low') },
  'margin.high(term)': { ...ofEffect.high, ...ofMargin('high') },
  'margin(term, outcome)': {
    range: null,
    doc: 'average marginal effect on the probability of a level',
    label: 'Marginal effect',
    format: 'coefficient',
    formula: '(1/n) Σ ∂P(y = j|xᵢ)/∂x, or (1/n) Σ [P(y = j|xᵢ, 1) − P(y = j|xᵢ, 0)]',
    source: greene,
    ...ofMarginAt('effect'),
  },
  'margin.se(term, outcome)': { ...ofEffect.se, ...ofMarginAt('se') },
  'margin.p(term, outcome)': { ...ofEffect.p, ...ofMarginAt('p') },
  'threshold(number)': {
    range: null,
    doc: 'threshold between the k-th level of an ordered outcome and the next',
    label: 'Threshold',
    format: 'coefficient',
    formula: 'τₖ in P(Y ≤ k) = F(τₖ − x′b)',
    source: 'McCullagh 1980, JRSS B 42:109–142',
    over: ({ levels }) => levels.slice(1).map((_, at): [number] => [at + 1]),
    value: ({ model }, k) => model?.thresholds[k - 1]?.b,
    why,
  },
  'threshold.se(number)': {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE of the threshold',
    format: 'coefficient',
    formula: '√(V), V the inverse of the observed information',
    source: 'McCullagh 1980, JRSS B 42:109–142',
    over: ({ levels }) => levels.slice(1).map((_, at): [number] => [at + 1]),
    value: ({ model }, k) => model?.thresholds[k - 1]?.se,
    why,
  },
  'b(term, outcome)': {
    range: null,
    doc: 'coefficient in the equation of a level',
    label: 'b',
    format: 'coefficient',
    formula: 'ln[P(y = j)/P(y = base)] = x′bⱼ',
    source: `${long}, ch. 6`,
    ...ofCoefficient('b'),
  },
  'se(term, outcome)': {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE',
    format: 'coefficient',
    formula: '√(V), V the inverse of the information',
    source: `${long}, ch. 6`,
    ...ofCoefficient('se'),
  },
  'z(term, outcome)': {
    range: null,
    doc: 'its z',
    label: 'z',
    format: 'statistic',
    formula: 'b / se',
    source: `${long}, ch. 6`,
    ...ofCoefficient('statistic'),
  },
  'p(term, outcome)': {
    range: within.probability,
    doc: 'its p-value',
    label: 'p',
    format: 'p',
    formula: 'P(|Z| > |z|), two-sided',
    source: `${long}, ch. 6`,
    ...ofCoefficient('p'),
  },
  'low(term, outcome)': {
    range: null,
    doc: 'lower end of its 95 % interval',
    label: 'Low',
    format: 'coefficient',
    formula: 'b − z₀.₉₇₅ · se',
    source: `${long}, ch. 6`,
    ...ofCoefficient('low'),
  },
  'high(term, outcome)': {
    range: null,
    doc: 'upper end',
    label: 'High',
    format: 'coefficient',
    formula: 'b + z₀.₉₇₅ · se',
    source: `${long}, ch. 6`,
    ...ofCoefficient('high'),
  },
  'odds(term, outcome)': ratioAt('odds of a level against the base, as a ratio', 'Odds ratio', 'b', 'exp(b)'),
  'odds.low(term, outcome)': ratioAt('lower end of its 95 % interval', 'Odds ratio, low', 'low', 'exp(b − z₀.₉₇₅ · se)'),
  'odds.high(term, outcome)': ratioAt('upper end', 'Odds ratio, high', 'high', 'exp(b + z₀.₉₇₅ · se)'),
});
