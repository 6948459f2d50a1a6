// The numbers of simple slopes: one entry each.
import type { QuantityEntry, LevelPath } from '../../contract/declared-quantity.ts';
import { within } from '../../contract/ranges.ts';
import type { RegressionJob } from './job.ts';
import type { SlopeAt } from './moderation.ts';
import type { OutcomeNumbers } from './quantities.ts';

type Entry<S extends string> = QuantityEntry<OutcomeNumbers, RegressionJob, S>;
const AIKEN = 'Aiken & West 1991, Multiple Regression: Testing and Interpreting Interactions, ch. 2';
const BAUER = 'Bauer & Curran 2005, Multivariate Behavioral Research 40:373–400';

const found = ({ slopes }: OutcomeNumbers, level: LevelPath): SlopeAt | undefined =>
  slopes?.at.find((one) => one.level.join('.') === level.join('.'));
const of = (value: (one: SlopeAt) => number | null) => ({
  over: ({ slopes }: OutcomeNumbers): readonly [LevelPath][] => (slopes?.at ?? []).map((one) => [one.level]),
  value: (one: OutcomeNumbers, level: LevelPath): number | null | undefined => {
    const slope = found(one, level);
    return slope === undefined ? undefined : value(slope);
  },
});
const region = (end: 'low' | 'high') => ({
  value: ({ slopes }: OutcomeNumbers): number | null | undefined => slopes?.region?.[end],
  why: ({ slopes, reason }: OutcomeNumbers): string =>
    slopes === null ? reason : 'the slope is significant everywhere or nowhere, or the moderator is a category',
});

export const slopeQuantities = {
  'slope(level)': {
    range: null,
    doc: 'slope of a predictor at a value of what it depends on: `low`, `mean`, `high` of a number, a level of a category',
    label: 'Slope',
    format: 'coefficient',
    formula: 'b₁ + b₃·w, w one SD below the mean, the mean, one SD above; of a level b₁ and that of its product',
    source: AIKEN,
    ...of((one) => one.slope.slope),
  } satisfies Entry<'slope(level)'>,
  'slope.at(level)': {
    range: null,
    doc: 'the value of the number at which a slope is taken',
    label: 'At',
    format: 'coefficient',
    formula: 'mean − SD, mean, mean + SD over the cases',
    source: AIKEN,
    ...of((one) => one.value),
  } satisfies Entry<'slope.at(level)'>,
  'slope.se(level)': {
    range: within.spread,
    doc: 'standard error of a slope',
    label: 'SE',
    format: 'coefficient',
    formula: '√(V₁₁ + 2w·V₁₃ + w²·V₃₃), V the covariance of the coefficients',
    source: AIKEN,
    ...of((one) => one.slope.se),
  } satisfies Entry<'slope.se(level)'>,
  'slope.t(level)': {
    range: null,
    doc: 't of a slope',
    label: 't',
    format: 'statistic',
    formula: 'slope / se',
    source: AIKEN,
    ...of((one) => one.slope.t),
  } satisfies Entry<'slope.t(level)'>,
  'slope.p(level)': {
    range: within.probability,
    doc: 'p-value of a slope',
    label: 'p',
    format: 'p',
    formula: 'P(|t(df2)| > |t|), two-sided',
    source: AIKEN,
    ...of((one) => one.slope.p),
  } satisfies Entry<'slope.p(level)'>,
  'slope.low(level)': {
    range: null,
    doc: 'lower end of the 95 % interval of a slope',
    label: 'Low',
    format: 'coefficient',
    formula: 'slope − t(df2) · se',
    source: AIKEN,
    ...of((one) => one.slope.low),
  } satisfies Entry<'slope.low(level)'>,
  'slope.high(level)': {
    range: null,
    doc: 'upper end',
    label: 'High',
    format: 'coefficient',
    formula: 'slope + t(df2) · se',
    source: AIKEN,
    ...of((one) => one.slope.high),
  } satisfies Entry<'slope.high(level)'>,
  'region.low': {
    range: null,
    doc: 'lower of the two values between or beyond which the slope is significant (Johnson–Neyman)',
    label: 'Region, low',
    format: 'coefficient',
    formula: 'the lesser root w of (b₁ + b₃w)² = t²·(V₁₁ + 2w·V₁₃ + w²·V₃₃)',
    source: BAUER,
    ...region('low'),
  } satisfies Entry<'region.low'>,
  'region.high': {
    range: null,
    doc: 'the greater of them',
    label: 'Region, high',
    format: 'coefficient',
    formula: 'the greater root w of (b₁ + b₃w)² = t²·(V₁₁ + 2w·V₁₃ + w²·V₃₃)',
    source: BAUER,
    ...region('high'),
  } satisfies Entry<'region.high'>,
} as const;
