// The numbers of a regression whose predictors enter in steps: one entry each. Those of the last step's coefficients are quantities.ts'.
import type { Coefficient, LinearFit } from '../../procedures/regression/ols.ts';
import type { ModelChange } from '../../procedures/regression/steps.ts';
import type { QuantityEntry } from '../../contract/declared-quantity.ts';
import { within } from '../../contract/ranges.ts';
import type { OutcomeNumbers } from './quantities.ts';
import type { RegressionJob } from './job.ts';

type Numbers = OutcomeNumbers;
type Entry<S extends string> = QuantityEntry<Numbers, RegressionJob, S>;
const COHEN = 'Cohen, Cohen, West & Aiken 2003, Applied Multiple Regression, ch. 5';

const over = ({ steps }: Numbers): readonly [number][] => steps.map((_, at) => [at + 1]);
const overTerms = ({ steps }: Numbers): readonly [number, string][] =>
  steps.flatMap(({ fit }, at) => (fit?.coefficients ?? []).map((one): [number, string] => [at + 1, one.term]));
const why = ({ reason }: Numbers): string => reason;

const ofFit = (of: (fit: LinearFit) => number | null) => ({
  over,
  why: ({ steps, reason }: Numbers, step: number): string => (steps[step - 1]?.fit == null ? 'no predictor has entered yet' : reason),
  value: ({ steps }: Numbers, step: number): number | null | undefined => {
    const fit = steps[step - 1]?.fit;
    return fit == null ? null : of(fit);
  },
});
const ofChange = (of: (change: ModelChange) => number | null) => ({
  over,
  why: ({ steps, reason }: Numbers, step: number): string => {
    const found = steps[step - 1];
    return found === undefined
      ? reason
      : found.change === null
        ? 'the step adds nothing'
        : 'not defined: a perfect fit, or too few clusters';
  },
  value: ({ steps }: Numbers, step: number): number | null | undefined => {
    const change = steps[step - 1]?.change;
    return change == null ? null : of(change);
  },
});
const ofTerm = (of: (one: Coefficient) => number | null) => ({
  over: overTerms,
  why,
  value: ({ steps }: Numbers, step: number, term: string): number | null | undefined => {
    const found = steps[step - 1]?.fit?.coefficients.find((one) => one.term === term);
    return found === undefined ? undefined : of(found);
  },
});

const test = (job: RegressionJob | null): { readonly formula: string; readonly source: string } =>
  job === null || job.errors.kind === 'classical'
    ? { formula: 'F = (ΔR²/q)/((1 − R²)/(n − k − 1)), q predictors more', source: COHEN }
    : { formula: 'F = b′V⁻¹b/q of the q predictors that the step adds, V as the standard errors have it', source: COHEN };

export const stepQuantities = {
  'r2(number)': {
    range: within.variance,
    doc: 'R² of the predictors up to a step',
    label: 'R²',
    format: 'coefficient',
    formula: 'R² = 1 − SSres / SStot, on the cases of the last step',
    source: COHEN,
    ...ofFit((fit) => fit.r2),
  } satisfies Entry<'r2(number)'>,
  'adjusted_r2(number)': {
    range: within.atMostOne,
    doc: 'adjusted R² of the predictors up to a step',
    label: 'Adjusted R²',
    format: 'coefficient',
    formula: '1 − (1 − R²)(n − 1)/(n − k − 1), on the cases of the last step',
    source: COHEN,
    ...ofFit((fit) => fit.adjustedR2),
  } satisfies Entry<'adjusted_r2(number)'>,
  'change.r2(number)': {
    range: within.variance,
    doc: 'what a step adds to R²',
    label: 'ΔR²',
    format: 'coefficient',
    formula: 'ΔR² = R² of the step − R² of the one before',
    source: COHEN,
    ...ofChange((change) => Math.max(0, change.r2)),
  } satisfies Entry<'change.r2(number)'>,
  'change.f(number)': {
    range: within.squares,
    doc: 'F of what a step adds',
    label: 'ΔF',
    format: 'statistic',
    formula: test,
    ...ofChange((change) => change.f),
  } satisfies Entry<'change.f(number)'>,
  'change.df1(number)': {
    range: within.groups,
    doc: 'its numerator degrees of freedom',
    label: 'df1',
    format: 'df',
    formula: 'q, the predictors that the step adds',
    source: COHEN,
    ...ofChange((change) => change.df1),
  } satisfies Entry<'change.df1(number)'>,
  'change.df2(number)': {
    range: within.df,
    doc: 'its denominator degrees of freedom',
    label: 'df2',
    format: 'df',
    formula: 'n − k − 1, k the predictors up to the step; those of F where errors are not classical',
    source: COHEN,
    ...ofChange((change) => change.df2),
  } satisfies Entry<'change.df2(number)'>,
  'change.p(number)': {
    range: within.probability,
    doc: 'p-value of what a step adds',
    label: 'p',
    format: 'p',
    formula: 'P(F(df1, df2) > ΔF)',
    source: COHEN,
    ...ofChange((change) => change.p),
  } satisfies Entry<'change.p(number)'>,
  'step.b(number, term)': {
    range: null,
    doc: 'coefficient in the model of a step',
    label: 'b',
    format: 'coefficient',
    formula: 'b = (X′X)⁻¹X′y of the predictors up to the step',
    source: COHEN,
    ...ofTerm((one) => one.b),
  } satisfies Entry<'step.b(number, term)'>,
  'step.beta(number, term)': {
    range: null,
    doc: 'standardised coefficient in the model of a step',
    label: 'β',
    format: 'coefficient',
    formula: 'β = b · s(x)/s(y)',
    source: COHEN,
    ...ofTerm((one) => one.beta),
    over: (one) => overTerms(one).filter(([, term]) => term !== 'intercept'),
  } satisfies Entry<'step.beta(number, term)'>,
  'step.se(number, term)': {
    range: within.spread,
    doc: 'standard error of b in the model of a step',
    label: 'SE',
    format: 'coefficient',
    formula: 'as se(term)',
    source: COHEN,
    ...ofTerm((one) => one.se),
  } satisfies Entry<'step.se(number, term)'>,
  'step.t(number, term)': {
    range: null,
    doc: 't of b in the model of a step',
    label: 't',
    format: 'statistic',
    formula: 'b / se',
    source: COHEN,
    ...ofTerm((one) => one.t),
  } satisfies Entry<'step.t(number, term)'>,
  'step.p(number, term)': {
    range: within.probability,
    doc: 'p-value of b in the model of a step',
    label: 'p',
    format: 'p',
    formula: 'as p(term)',
    source: COHEN,
    ...ofTerm((one) => one.p),
  } satisfies Entry<'step.p(number, term)'>,
  'step.low(number, term)': {
    range: null,
    doc: 'lower end of the 95 % interval of b in the model of a step',
    label: 'Low',
    format: 'coefficient',
    formula: 'as low(term)',
    source: COHEN,
    ...ofTerm((one) => one.low),
  } satisfies Entry<'step.low(number, term)'>,
  'step.high(number, term)': {
    range: null,
    doc: 'upper end',
    label: 'High',
    format: 'coefficient',
    formula: 'as high(term)',
    source: COHEN,
    ...ofTerm((one) => one.high),
  } satisfies Entry<'step.high(number, term)'>,
  'step.vif(number, term)': {
    range: within.vif,
    doc: 'variance inflation factor in the model of a step',
    label: 'VIF',
    format: 'statistic',
    formula: '1 / (1 − Rⱼ²), Rⱼ² of x on the other predictors of the step',
    source: COHEN,
    ...ofTerm((one) => one.vif),
    over: (one) => overTerms(one).filter(([, term]) => term !== 'intercept'),
  } satisfies Entry<'step.vif(number, term)'>,
} as const;
