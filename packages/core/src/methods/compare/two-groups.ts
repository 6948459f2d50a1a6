// What a comparison of two groups has beside the analysis of variance: t, Welch's t, d and g with exact intervals, Mann and Whitney's U.
import type { Hides } from '../../contract/declared-quantity.ts';
import type { QuantityFormat } from '../../contract/quantity.ts';
import { within } from '../../contract/ranges.ts';
import type { IndependentTest } from '../../procedures/compare/t-test.ts';

export interface OfTwoGroups {
  /** The first level less the second; null unless exactly two groups have cases, or in a study with weights. */
  readonly two: IndependentTest | null;
  readonly reason: string;
  readonly weighted: boolean;
}

const of = (value: (test: IndependentTest) => number | null | undefined) => ({
  value: ({ two }: OfTwoGroups) => (two === null ? null : value(two)),
  why: ({ two, reason, weighted }: OfTwoGroups): string =>
    reason !== ''
      ? reason
      : two === null
        ? weighted
          ? 'not computed with weights'
          : 'a t test compares two groups'
        : 'a single case, or no variation within the groups',
});
const statistic: QuantityFormat = 'statistic';
const coefficient: QuantityFormat = 'coefficient';
const student = 'Student 1908, Biometrika 6:1–25';
const welch = 'Welch 1947, Biometrika 34:28–35';
const exact = 'Steiger & Fouladi 1997; AS 243: Lenth 1989, Applied Statistics 38:185–189';
const ranks = 'Mann & Whitney 1947, Annals of Mathematical Statistics 18:50–60; IBM SPSS Statistics Algorithms, NPAR TESTS';

/** Of two groups whose sizes are hidden: t by d is a function of these sizes, and U is at most their product. */
export const hidesSizesOfTwo: Hides = (key) => (OF_SIZES.has(key) ? { below: null } : null);
const OF_SIZES: ReadonlySet<string> = new Set(['welch.t', 'welch.df', 'd', 'd.low', 'd.high', 'g', 'mann_whitney.u']);

export const twoGroupQuantities = {
  t: {
    range: null,
    doc: 't of two groups, equal variances assumed; the first level less the second',
    label: 't',
    format: statistic,
    formula: 't = (x̄₁ − x̄₂) / (s·√(1/n₁ + 1/n₂)), s² pooled',
    source: student,
    ...of((test) => test.equal.t),
  },
  df: {
    range: within.df,
    doc: 'its degrees of freedom; its p is `p`',
    label: 'df',
    format: 'df',
    formula: 'n₁ + n₂ − 2',
    source: student,
    ...of((test) => test.equal.df),
  },
  'welch.t': {
    range: null,
    doc: 't of two groups with variances of their own',
    label: 'Welch’s t',
    format: statistic,
    formula: 't = (x̄₁ − x̄₂) / √(s₁²/n₁ + s₂²/n₂)',
    source: welch,
    ...of((test) => test.welch.t),
  },
  'welch.df': {
    range: within.df,
    doc: 'its degrees of freedom; its p is `welch.p`',
    label: 'Welch’s df',
    format: 'df',
    formula: '(s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1))',
    source: welch,
    ...of((test) => test.welch.df),
  },
  d: {
    range: null,
    doc: 'Cohen’s d by the pooled SD, the first level less the second',
    label: 'd',
    format: coefficient,
    formula: 'd = (x̄₁ − x̄₂) / s, s² pooled',
    source: 'Cohen 1988, Statistical Power Analysis, ch. 2',
    ...of((test) => test.cohenD),
  },
  'd.low': {
    range: null,
    doc: 'lower end of its exact 95 % interval',
    label: 'Low',
    format: coefficient,
    formula: 'δ·√(1/n₁ + 1/n₂), δ with P(T(n − 2, δ) ≤ t) = 0.975',
    source: exact,
    ...of((test) => test.cohenDInterval?.[0]),
  },
  'd.high': {
    range: null,
    doc: 'upper end of its exact 95 % interval',
    label: 'High',
    format: coefficient,
    formula: 'δ·√(1/n₁ + 1/n₂), δ with P(T(n − 2, δ) ≤ t) = 0.025',
    source: exact,
    ...of((test) => test.cohenDInterval?.[1]),
  },
  g: {
    range: null,
    doc: 'Hedges’s g: d without its bias in few cases',
    label: 'g',
    format: coefficient,
    formula: 'd · Γ(m/2) / (√(m/2)·Γ((m − 1)/2)), m = n − 2',
    source: 'Hedges 1981, Journal of Educational Statistics 6:107–128',
    ...of((test) => test.hedgesG),
  },
  'mann_whitney.u': {
    range: null,
    doc: 'U of the first level: pairs in which its case has the larger value, ties counting one half; SPSS prints the smaller of the two',
    label: 'U',
    format: statistic,
    formula: 'R₁ − n₁(n₁ + 1)/2, R₁ the sum of its ranks',
    source: ranks,
    ...of((test) => test.u),
  },
  'mann_whitney.z': {
    range: null,
    doc: 'its z, corrected for ties, without continuity correction',
    label: 'z',
    format: statistic,
    formula: '(U − n₁n₂/2) / √(n₁n₂/12 · (n + 1 − Σ(t³ − t)/(n(n − 1))))',
    source: ranks,
    ...of((test) => test.mannWhitney.z),
  },
  'mann_whitney.p': {
    range: within.probability,
    doc: 'its p-value, by the normal distribution',
    label: 'p (Mann–Whitney)',
    format: 'p',
    formula: '2·P(Z > |z|)',
    source: ranks,
    ...of((test) => test.mannWhitney.p),
  },
} as const;
