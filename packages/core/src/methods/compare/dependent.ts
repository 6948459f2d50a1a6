// The numbers of two measurements of the same cases, and of a mean held against a value.
import { quantities } from '../../contract/declared-quantity.ts';
import { within } from '../../contract/ranges.ts';
import type { OneSampleTest, PairedTest, TResult } from '../../procedures/compare/t-test.ts';
import { caseQuantities } from '../cases.ts';
import type { CompareJob } from './job.ts';

interface Own<Test> {
  readonly job: CompareJob;
  /** Null where there is no case. */
  readonly test: Test | null;
  /** Digits of the outcome: a score's or an answer's. */
  readonly format: 'mean' | 'score';
  readonly rows: number;
  readonly cases: number;
  readonly reason: string;
}
export type PairedNumbers = Own<PairedTest>;
export type SingleNumbers = Own<OneSampleTest>;

const student = 'Student 1908, Biometrika 6:1–25';
const exact = 'Steiger & Fouladi 1997; AS 243: Lenth 1989, Applied Statistics 38:185–189';
const ranks = 'Wilcoxon 1945, Biometrics Bulletin 1:80–83; IBM SPSS Statistics Algorithms, NPAR TESTS';
const format = (one: { readonly format: 'mean' | 'score' }): 'mean' | 'score' => one.format;
const why = ({ test, reason }: { readonly test: { readonly n: number } | null; readonly reason: string }): string =>
  reason !== '' ? reason : test?.n === 1 ? 'a single case' : 'all cases are alike';
const ofPair = (value: (test: PairedTest) => number | null | undefined) => ({
  value: ({ test }: PairedNumbers) => (test === null ? null : value(test)),
  why,
});
const ofOne = (value: (test: OneSampleTest) => number | null | undefined) => ({
  value: ({ test }: SingleNumbers) => (test === null ? null : value(test)),
  why,
});

/** What is said and told of a difference from 0, whatever it is a difference of; `ofOne` and `ofPair` read a test's numbers. */
interface Against<Test> {
  readonly se: string;
  readonly t: string;
  readonly d: string;
  /** In formulas. */
  readonly difference: string;
  readonly spread: string;
  readonly standardized: (test: Test) => {
    readonly d: number | null;
    readonly interval: readonly [number, number] | null;
    readonly g: number | null;
  };
}

function againstZero<Test extends TResult & { readonly n: number }, Own>(
  of: (value: (test: Test) => number | null | undefined) => Own,
  { se, t, d, difference, spread, standardized }: Against<Test>,
) {
  const whole = /[ +]/u.test(difference) ? `(${difference})` : difference;
  return {
    'difference.se': {
      range: within.spread,
      doc: se,
      label: 'SE',
      format,
      formula: `${spread}/√n`,
      source: student,
      ...of((test) => test.se),
    },
    'difference.low': {
      range: null,
      doc: 'lower end of its 95 % interval',
      label: 'Low',
      format,
      formula: `${difference} − t₀.₉₇₅(n − 1)·${spread}/√n`,
      source: student,
      ...of(({ low }) => low),
    },
    'difference.high': {
      range: null,
      doc: 'upper end of its 95 % interval',
      label: 'High',
      format,
      formula: `${difference} + t₀.₉₇₅(n − 1)·${spread}/√n`,
      source: student,
      ...of(({ high }) => high),
    },
    t: {
      range: null,
      doc: t,
      label: 't',
      format: 'statistic',
      formula: `t = ${whole} / (${spread}/√n)`,
      source: student,
      ...of((test) => test.t),
    },
    df: {
      range: within.df,
      doc: 'its degrees of freedom',
      label: 'df',
      format: 'df',
      formula: 'n − 1',
      source: student,
      ...of(({ df }) => df),
    },
    p: {
      range: within.probability,
      doc: 'p-value of t, two-sided',
      label: 'p',
      format: 'p',
      formula: '2·P(T(n − 1) > |t|)',
      source: student,
      ...of(({ p }) => p),
    },
    d: {
      range: null,
      doc: d,
      label: 'd',
      format: 'coefficient',
      formula: `${whole} / ${spread}`,
      source: 'Cohen 1988, Statistical Power Analysis, ch. 2',
      ...of((test) => standardized(test).d),
    },
    'd.low': {
      range: null,
      doc: 'lower end of its exact 95 % interval',
      label: 'Low',
      format: 'coefficient',
      formula: 'δ/√n, δ with P(T(n − 1, δ) ≤ t) = 0.975',
      source: exact,
      ...of((test) => standardized(test).interval?.[0]),
    },
    'd.high': {
      range: null,
      doc: 'upper end of its exact 95 % interval',
      label: 'High',
      format: 'coefficient',
      formula: 'δ/√n, δ with P(T(n − 1, δ) ≤ t) = 0.025',
      source: exact,
      ...of((test) => standardized(test).interval?.[1]),
    },
    g: {
      range: null,
      doc: 'Hedges’s g: d without its bias in few cases',
      label: 'g',
      format: 'coefficient',
      formula: 'd · Γ(m/2) / (√(m/2)·Γ((m − 1)/2)), m = n − 1',
      source: 'Hedges 1981, Journal of Educational Statistics 6:107–128',
      ...of((test) => standardized(test).g),
    },
  } as const;
}

export const pairedQuantities = quantities<PairedNumbers, CompareJob>()({
  ...caseQuantities((one: PairedNumbers) => one.test?.n ?? null),
  n: {
    range: within.count,
    doc: 'cases that have both measurements',
    label: 'N',
    format: 'count',
    formula: 'cases that `where` lets in and that have both',
    source: student,
    ...ofPair(({ n }) => n),
  },
  mean: {
    range: 'scale',
    doc: 'mean of the first measurement',
    label: 'Mean',
    format,
    formula: 'x̄ over the cases that have both',
    source: student,
    ...ofPair(({ mean }) => mean[0]),
  },
  sd: {
    range: 'spread',
    doc: 'its standard deviation',
    label: 'SD',
    format,
    formula: '√(Σ(x − x̄)² / (n − 1))',
    source: student,
    ...ofPair(({ sd }) => sd[0]),
  },
  'with.mean': {
    range: null,
    doc: 'mean of the second measurement',
    label: 'Mean',
    format,
    formula: 'ȳ over the cases that have both',
    source: student,
    ...ofPair(({ mean }) => mean[1]),
  },
  'with.sd': {
    range: within.spread,
    doc: 'its standard deviation',
    label: 'SD',
    format,
    formula: '√(Σ(y − ȳ)² / (n − 1))',
    source: student,
    ...ofPair(({ sd }) => sd[1]),
  },
  r: {
    range: within.correlation,
    doc: 'correlation of the two',
    label: 'r',
    format: 'coefficient',
    formula: 'Pearson’s r',
    source: 'Pearson 1896, Philosophical Transactions A 187:253–318',
    ...ofPair(({ r }) => r),
  },
  difference: {
    range: null,
    doc: 'mean of the differences, the first measurement less the second',
    label: 'Difference',
    format,
    formula: 'd̄ = x̄ − ȳ',
    source: student,
    ...ofPair(({ meanDifference }) => meanDifference),
  },
  'difference.sd': {
    range: within.spread,
    doc: 'standard deviation of the differences',
    label: 'SD',
    format,
    formula: '√(Σ(d − d̄)² / (n − 1))',
    source: student,
    ...ofPair(({ sdDifference }) => sdDifference),
  },
  ...againstZero(ofPair, {
    se: 'standard error of the mean difference',
    t: 't of the paired differences',
    d: 'Cohen’s d of the differences (d_z)',
    difference: 'd̄',
    spread: 's_d',
    standardized: ({ cohenDz, cohenDzInterval, hedgesGz }) => ({ d: cohenDz, interval: cohenDzInterval, g: hedgesGz }),
  }),
  'd.average': {
    range: null,
    doc: 'the mean difference over the root of the mean of the two variances',
    label: 'd (average SD)',
    format: 'coefficient',
    formula: 'd̄ / √((s₁² + s₂²)/2)',
    source: 'Cumming 2012, Understanding the New Statistics, ch. 11',
    ...ofPair(({ averageD }) => averageD),
  },
  'wilcoxon.v': {
    range: within.squares,
    doc: 'Wilcoxon’s V: the sum of ranks of the positive differences, those of zero left out',
    label: 'V',
    format: 'statistic',
    formula: 'ΣR over d > 0, R the ranks of |d|',
    source: ranks,
    ...ofPair(({ wilcoxon }) => wilcoxon.statistic),
  },
  'wilcoxon.z': {
    range: null,
    doc: 'its z, corrected for ties, without continuity correction',
    label: 'z',
    format: 'statistic',
    formula: '(V − n(n + 1)/4) / √(n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48)',
    source: ranks,
    ...ofPair(({ wilcoxon }) => wilcoxon.z),
  },
  'wilcoxon.p': {
    range: within.probability,
    doc: 'its p-value, by the normal distribution',
    label: 'p (Wilcoxon)',
    format: 'p',
    formula: '2·P(Z > |z|)',
    source: ranks,
    ...ofPair(({ wilcoxon }) => wilcoxon.p),
  },
});

export const singleQuantities = quantities<SingleNumbers, CompareJob>()({
  ...caseQuantities((one: SingleNumbers) => one.test?.n ?? null),
  n: {
    range: within.count,
    doc: 'cases that take part',
    label: 'N',
    format: 'count',
    formula: 'cases that `where` lets in and that have a value',
    source: student,
    ...ofOne(({ n }) => n),
  },
  mean: {
    range: 'scale',
    doc: 'their mean',
    label: 'Mean',
    format,
    formula: 'x̄ = Σx / n',
    source: student,
    ...ofOne(({ mean }) => mean),
  },
  sd: {
    range: 'spread',
    doc: 'their standard deviation',
    label: 'SD',
    format,
    formula: '√(Σ(x − x̄)² / (n − 1))',
    source: student,
    ...ofOne(({ sd }) => sd),
  },
  difference: {
    range: null,
    doc: 'the mean less the value it is held against',
    label: 'Difference',
    format,
    formula: 'x̄ − μ₀',
    source: student,
    ...ofOne((test) => test.difference),
  },
  ...againstZero(ofOne, {
    se: 'its standard error',
    t: 't against the value',
    d: 'Cohen’s d',
    difference: 'x̄ − μ₀',
    spread: 's',
    standardized: ({ cohenD, cohenDInterval, hedgesG }) => ({ d: cohenD, interval: cohenDInterval, g: hedgesG }),
  }),
});
