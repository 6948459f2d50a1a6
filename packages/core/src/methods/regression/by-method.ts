// Which of the numbers of a regression each method has.
import type { MethodKind, ModelKind } from './method.ts';
import { modelQuantities } from './model-quantities.ts';
import type { RegressionQuantity } from './quantities.ts';

const common = ['n', 'left_out', 'lost', 'loglik', 'aic', 'bic'] as const;
const byTerm = ['b(term)', 'se(term)', 'p(term)', 'low(term)', 'high(term)'] as const;
const byScores = ['z(term)', 'clusters'] as const;
const lr = ['chi2', 'df', 'p', 'mcfadden', 'cox_snell', 'nagelkerke'] as const;
const odds = ['odds(term)', 'odds.low(term)', 'odds.high(term)'] as const;
const margin = ['margin(term)', 'margin.se(term)', 'margin.p(term)', 'margin.low(term)', 'margin.high(term)'] as const;
const marginAt = ['margin(term, outcome)', 'margin.se(term, outcome)', 'margin.p(term, outcome)'] as const;
const table = [
  'events',
  'classification',
  'classification.true_positive',
  'classification.false_negative',
  'classification.false_positive',
  'classification.true_negative',
  'classification.sensitivity',
  'classification.specificity',
  'auc',
  'hosmer_lemeshow.chi2',
  'hosmer_lemeshow.df',
  'hosmer_lemeshow.p',
] as const;
const censoring = [
  ...common,
  ...byTerm,
  ...byScores,
  'chi2',
  'df',
  'p',
  'mcfadden',
  'sigma',
  'censored.low',
  'censored.high',
  ...margin,
] as const;

/** The numbers that each method has. What stands in none of them, beside those of least squares, nobody could reach: a test says so. */
const quantitiesByMethod: Readonly<Record<ModelKind, readonly RegressionQuantity[]>> = {
  logit: [...common, ...byTerm, ...byScores, ...lr, ...odds, ...margin, ...table],
  probit: [...common, ...byTerm, ...byScores, ...lr, ...margin, ...table],
  ordered: [...common, ...byTerm, ...byScores, ...lr, ...odds, ...marginAt, 'threshold(number)', 'threshold.se(number)'],
  multinomial: [
    ...common,
    'clusters',
    ...lr,
    'classification',
    ...marginAt,
    'b(term, outcome)',
    'se(term, outcome)',
    'z(term, outcome)',
    'p(term, outcome)',
    'low(term, outcome)',
    'high(term, outcome)',
    'odds(term, outcome)',
    'odds.low(term, outcome)',
    'odds.high(term, outcome)',
  ],
  poisson: [...common, ...byTerm, ...byScores, ...lr, 'rate_ratio(term)', 'rate_ratio.low(term)', 'rate_ratio.high(term)', ...margin],
  tobit: censoring,
  tobitFrom: censoring.filter((one) => one !== 'censored.high'),
  tobitTo: censoring.filter((one) => one !== 'censored.low'),
  mixed: [...common, ...byTerm, 't(term)', 'df(term)', 'groups', 'icc', 'variance(source)'],
};

/** The signatures that a regression has by its method; null of least squares, which has all that are not of the others alone. */
const quantitiesOfMethod = (kind: MethodKind): readonly string[] | null => (kind === 'linear' ? null : quantitiesByMethod[kind]);

/** Does a regression of this method have this number? */
export const methodHas = (kind: MethodKind, signature: string): boolean =>
  quantitiesOfMethod(kind)?.includes(signature) ?? !Object.hasOwn(modelQuantities, signature);
