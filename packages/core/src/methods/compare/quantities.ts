// The numbers of one outcome of a comparison by one category: its groups, the tests of all of them, and the pairs.
import type { CategoryPlan } from '../../contract/variables.ts';
import type { CompareJob } from './job.ts';
import { postHocOf } from './post-hoc.ts';
import type { GroupComparison } from '../../procedures/compare/groups.ts';
import { tQuantile } from '../../numerics/distributions.ts';
import { within } from '../../contract/ranges.ts';
import { caseQuantities } from '../cases.ts';
import { twoGroupQuantities, type OfTwoGroups } from './two-groups.ts';
import { quantities, type LevelPath } from '../../contract/declared-quantity.ts';

export interface CompareNumbers extends OfTwoGroups {
  readonly job: CompareJob;
  readonly category: CategoryPlan;
  readonly comparison: GroupComparison | null;
  /** Digits of the outcome: a score's or an answer's. */
  readonly format: 'mean' | 'score';
  /** Respondents, and those whom `where` lets in. */
  readonly rows: number;
  readonly cases: number;
  readonly reason: string;
}

const anova = 'Fisher 1925, Statistical Methods for Research Workers, ch. VII';
const byMethod = (formula: (one: ReturnType<typeof postHocOf>['formula']) => string) => (job: CompareJob | null) => {
  const one = postHocOf(job?.postHoc ?? 'tukey').formula;
  return { formula: formula(one), source: one.source };
};
const difference = (sign: '−' | '+') =>
  byMethod(({ half }) => (typeof half === 'string' ? `x̄ᵢ − x̄ⱼ ${sign} ${half}` : `none: ${half.none}`));

const format = (one: CompareNumbers): 'mean' | 'score' => one.format;
const why = ({ reason, comparison }: CompareNumbers): string => {
  if (reason !== '') return reason;
  if (comparison?.drawn !== undefined) return 'it has no weighted form';
  if (comparison?.anova.ssWithin !== 0) return 'not defined for these groups';
  return comparison.anova.ssBetween === 0 ? 'all cases are alike' : 'perfect fit: the cases of each group are alike';
};
const is = (level: LevelPath, whole: string): boolean => level.length === 1 && level[0] === whole;

interface Group {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
const EMPTY: Group = { n: 0, mean: null, sd: null, se: null, low: null, high: null };
function groupOf({ comparison }: CompareNumbers, level: LevelPath): Group | null {
  if (comparison === null) return null;
  if (!is(level, 'all')) return comparison.groups.find((group) => group.level === level[1]) ?? EMPTY;
  if (comparison.drawn !== undefined) return comparison.drawn;
  const { n, mean, sd } = comparison;
  const se = sd / Math.sqrt(n);
  const half = tQuantile(0.975, n - 1) * se;
  return { n, mean, sd, se, low: mean - half, high: mean + half };
}
const levelsOf = ({ category }: CompareNumbers): readonly LevelPath[] => category.levels.map((level) => [category.name, level.name]);
const ofGroup = (part: keyof Group) => ({
  over: (one: CompareNumbers): readonly [LevelPath][] => [['all'] as const, ...levelsOf(one)].map((level): [LevelPath] => [level]),
  value: (one: CompareNumbers, level: LevelPath) => groupOf(one, level)?.[part],
  why: (one: CompareNumbers, level: LevelPath) =>
    groupOf(one, level) === null ? why(one) : groupOf(one, level)!.n === 0 ? 'no case' : 'a single case, or no variation',
});

interface Pair {
  readonly sign: 1 | -1;
  readonly difference: number;
  readonly p: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
function pairOf({ comparison, job }: CompareNumbers, [, a]: LevelPath, [, b]: LevelPath): Pair | null {
  const pair = comparison?.pairs.find((one) => (one.i === a && one.j === b) || (one.i === b && one.j === a));
  if (pair === undefined) return null;
  const { p, se, interval } = postHocOf(job.postHoc).test(pair, { groups: comparison!.groups.length, df: comparison!.anova.df2 });
  const straight = pair.i === a;
  const [low, high] = interval ?? [null, null];
  return {
    sign: straight ? 1 : -1,
    difference: straight ? pair.difference : -pair.difference,
    p,
    se,
    low: straight || high === null ? low : -high,
    high: straight || low === null ? high : -low,
  };
}
const ofPair = (part: 'difference' | 'p' | 'se' | 'low' | 'high') => ({
  over: (one: CompareNumbers): readonly [LevelPath, LevelPath][] =>
    levelsOf(one).flatMap((a) => levelsOf(one).flatMap((b): [LevelPath, LevelPath][] => (a === b || a[1] === b[1] ? [] : [[a, b]]))),
  value: (one: CompareNumbers, a: LevelPath, b: LevelPath) => pairOf(one, a, b)?.[part],
});
const noInterval = (one: CompareNumbers): string => {
  const { half } = postHocOf(one.job.postHoc).formula;
  return typeof half === 'string' ? why(one) : half.none;
};

export const compareQuantities = quantities<CompareNumbers, CompareJob>()({
  ...twoGroupQuantities,
  ...caseQuantities((one: CompareNumbers) => one.comparison?.n ?? null),
  f: {
    range: within.squares,
    doc: 'F of the one-way analysis of variance',
    label: 'F',
    format: 'statistic',
    formula: 'F = (SSb / (k − 1)) / (SSw / (n − k))',
    source: anova,
    value: (one) => one.comparison?.anova.f,
    why,
  },
  df1: {
    range: within.groups,
    doc: 'between degrees of freedom',
    label: 'df1',
    format: 'df',
    formula: 'k − 1',
    source: anova,
    value: (one) => one.comparison?.anova.df1,
    why,
  },
  df2: {
    range: within.df,
    doc: 'within degrees of freedom',
    label: 'df2',
    format: 'df',
    formula: 'n − k',
    source: anova,
    value: (one) => one.comparison?.anova.df2,
    why,
  },
  p: {
    range: within.probability,
    doc: 'p-value of F',
    label: 'p',
    format: 'p',
    formula: 'P(F(df1, df2) > F)',
    source: anova,
    value: (one) => one.comparison?.anova.p,
    why,
  },
  eta2: {
    range: within.variance,
    doc: 'η²',
    label: 'η²',
    format: 'coefficient',
    formula: 'η² = SSb / SSt',
    source: 'Pearson 1905; Cohen 1988, Statistical Power Analysis, ch. 8',
    value: (one) => one.comparison?.eta2,
    why,
  },
  omega2: {
    range: within.atMostOne,
    doc: 'ω²',
    label: 'ω²',
    format: 'coefficient',
    formula: 'ω² = (SSb − (k − 1)·MSw) / (SSt + MSw)',
    source: 'Hays 1963, Statistics for Psychologists',
    value: (one) => one.comparison?.omega2,
    why,
  },
  'welch.f': {
    range: within.squares,
    doc: "Welch's F",
    label: 'Welch F',
    format: 'statistic',
    formula: 'F = [Σwⱼ(x̄ⱼ − x̃)² / (k − 1)] / [1 + 2(k − 2)/(k² − 1) · Σ(1 − wⱼ/Σw)²/(nⱼ − 1)], wⱼ = nⱼ/sⱼ²',
    source: 'Welch 1951, Biometrika 38:330–336',
    value: (one) => one.comparison?.welch.f,
    why,
  },
  'welch.p': {
    range: within.probability,
    doc: 'its p-value',
    label: 'Welch p',
    format: 'p',
    formula: 'P(F(k − 1, df2) > F)',
    source: 'Welch 1951, Biometrika 38:330–336',
    value: (one) => one.comparison?.welch.p,
    why,
  },
  'levene.p': {
    range: within.probability,
    doc: "Levene's test, p",
    label: 'Levene p',
    format: 'p',
    formula: 'p of F over |xᵢⱼ − x̄ⱼ|',
    source: 'Levene 1960, in Contributions to Probability and Statistics, 278–292',
    value: (one) => one.comparison?.leveneMean.p,
    why,
  },
  'kruskal.h': {
    range: within.squares,
    doc: 'Kruskal–Wallis H',
    label: 'Kruskal–Wallis H',
    format: 'statistic',
    formula: 'H = [12/(n(n + 1)) · ΣRⱼ²/nⱼ − 3(n + 1)] / (1 − Σ(t³ − t)/(n³ − n))',
    source: 'Kruskal & Wallis 1952, JASA 47:583–621',
    value: (one) => one.comparison?.kruskalWallis.h,
    why,
  },
  'kruskal.p': {
    range: within.probability,
    doc: 'its p-value',
    label: 'Kruskal–Wallis p',
    format: 'p',
    formula: 'P(χ²(k − 1) > H)',
    source: 'Kruskal & Wallis 1952, JASA 47:583–621',
    value: (one) => one.comparison?.kruskalWallis.p,
    why,
  },
  'n(level)': {
    range: within.count,
    doc: 'cases of a group that take part',
    label: 'N',
    format: 'count',
    formula: (job) => ({
      formula: `nⱼ: cases of the group that \`where\` lets in and that have ${job?.missing === 'listwise' ? 'every outcome' : 'a value'}`,
      source: anova,
    }),
    ...ofGroup('n'),
  },
  'mean(level)': {
    range: 'scale',
    doc: 'mean of a group',
    label: 'Mean',
    format,
    formula: 'x̄ⱼ = Σxᵢⱼ / nⱼ',
    source: anova,
    ...ofGroup('mean'),
  },
  'sd(level)': {
    range: 'spread',
    doc: 'standard deviation of a group (n − 1)',
    label: 'SD',
    format,
    formula: 'sⱼ = √(Σ(xᵢⱼ − x̄ⱼ)² / (nⱼ − 1))',
    source: anova,
    ...ofGroup('sd'),
  },
  'se(level)': {
    range: within.spread,
    doc: "standard error of a group's mean",
    label: 'SE',
    format,
    formula: 'sⱼ / √nⱼ',
    source: anova,
    ...ofGroup('se'),
  },
  'low(level)': {
    range: null,
    doc: "lower end of the 95 % interval of a group's mean",
    label: 'Low',
    format,
    formula: 'x̄ⱼ − t₀.₉₇₅(nⱼ − 1) · sⱼ/√nⱼ',
    source: 'Student 1908, Biometrika 6:1–25',
    ...ofGroup('low'),
  },
  'high(level)': {
    range: null,
    doc: "upper end of the 95 % interval of a group's mean",
    label: 'High',
    format,
    formula: 'x̄ⱼ + t₀.₉₇₅(nⱼ − 1) · sⱼ/√nⱼ',
    source: 'Student 1908, Biometrika 6:1–25',
    ...ofGroup('high'),
  },
  'difference(level, level)': {
    range: 'width',
    doc: 'difference of two level means',
    label: 'Difference',
    format,
    formula: 'x̄ᵢ − x̄ⱼ, the first level’s mean less the second’s',
    source: anova,
    ...ofPair('difference'),
    why,
  },
  'difference.p(level, level)': {
    range: within.probability,
    doc: 'its p-value by the post hoc method',
    label: 'p',
    format: 'p',
    formula: byMethod(({ p }) => p),
    ...ofPair('p'),
    why,
  },
  'difference.se(level, level)': {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE',
    format,
    formula: byMethod(({ se }) => se),
    ...ofPair('se'),
    why,
  },
  'difference.low(level, level)': {
    range: null,
    doc: 'lower end of its 95 % interval by the post hoc method',
    label: 'Low',
    format,
    formula: difference('−'),
    ...ofPair('low'),
    why: noInterval,
  },
  'difference.high(level, level)': {
    range: null,
    doc: 'upper end of its 95 % interval by the post hoc method',
    label: 'High',
    format,
    formula: difference('+'),
    ...ofPair('high'),
    why: noInterval,
  },
});
