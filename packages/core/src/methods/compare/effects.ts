// What the numbers of adjusted and crossed comparisons (adjusted.ts) are read from: effects, observed and adjusted means, pairs.
import type { CategoryPlan } from '../../contract/variables.ts';
import type { LevelPath } from '../../contract/declared-quantity.ts';
import { square } from '../../numerics/powers.ts';
import type { AdjustedMean, EffectTest, FactorialAnalysis } from '../../procedures/compare/factorial.ts';
import type { PairComparison } from '../../procedures/compare/pairs.ts';
import type { CompareJob } from './job.ts';
import { postHocOf } from './post-hoc.ts';

export interface AdjustedNumbers {
  readonly job: CompareJob;
  readonly factors: readonly CategoryPlan[];
  readonly covariates: readonly string[];
  readonly analysis: FactorialAnalysis | null;
  /** Of each factor. */
  readonly pairs: readonly (readonly PairComparison[])[];
  /** Digits of the outcome: a score's or an answer's. */
  readonly format: 'mean' | 'score';
  readonly rows: number;
  readonly cases: number;
  readonly reason: string;
}

type Own = AdjustedNumbers;
export const ancova = 'Fisher 1932, Statistical Methods for Research Workers, 4th ed.; IBM SPSS Statistics Algorithms, GLM';
export const types = 'Fox 2016, Applied Regression Analysis, ch. 8; IBM SPSS Statistics Algorithms, GLM';
export const means = 'Searle, Speed & Milliken 1980, The American Statistician 34:216–221; IBM SPSS Statistics Algorithms, GLM (EMMEANS)';
export const format = (one: Own): 'mean' | 'score' => one.format;
export const why = ({ reason, analysis }: Own): string =>
  reason !== '' ? reason : analysis?.residual.ss === 0 ? 'perfect fit: nothing is left to test against' : 'not defined for these groups';

/** Covariates, factors, and all products of factors, smaller ones first: as the model has them. */
export function effectsOf(covariates: readonly string[], factors: readonly string[]): readonly string[] {
  const sets = factors.reduce<string[][]>((all, name) => [...all, ...all.map((set) => [...set, name])], [[]]);
  const sorted = sets.filter((set) => set.length > 0).sort((a, b) => a.length - b.length);
  return [...covariates, ...sorted.map((set) => set.join(':'))];
}

const effectNames = ({ covariates, factors }: Own): readonly string[] =>
  effectsOf(
    covariates,
    factors.map(({ name }) => name),
  );

type Effect = (effect: EffectTest) => number | null;
const effectAt = (one: Own, type: 'type2' | 'type3', term: string): EffectTest | undefined =>
  one.analysis?.[type].find((effect) => effect.term === term);
export const ofTerm = (value: Effect, type: 'type2' | 'type3' = 'type3') => ({
  over: (one: Own): [string][] => effectNames(one).map((term) => [term]),
  value: (one: Own, term: string) => {
    const effect = effectAt(one, type, term);
    return effect === undefined ? null : value(effect);
  },
  why,
});
/** Of the only category. */
export const ofFactor = (value: Effect) => ({
  value: (one: Own) => {
    const effect = effectAt(one, 'type3', one.factors[0]?.name ?? '');
    return effect === undefined ? null : value(effect);
  },
  why,
});
export const ofAll = (value: (analysis: FactorialAnalysis) => number | null | undefined) => ({
  value: ({ analysis }: Own) => (analysis === null ? null : value(analysis)),
  why,
});

const placeOf = ({ factors }: Own, level: LevelPath): number => factors.findIndex(({ name }) => name === level[0]);
const levelPaths = ({ name, levels }: CategoryPlan): readonly LevelPath[] => levels.map((level): LevelPath => [name, level.name]);
export const singles = ({ factors }: Own): [LevelPath][] =>
  factors.flatMap((factor) => levelPaths(factor).map((level): [LevelPath] => [level]));
/** Of two factors; cells of three and more have no address. */
export const cellPairs = ({ factors: [first, second, ...others] }: Own): [LevelPath, LevelPath][] =>
  first === undefined || second === undefined || others.length > 0
    ? []
    : levelPaths(first).flatMap((a) => levelPaths(second).map((b): [LevelPath, LevelPath] => [a, b]));

interface Observed {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
}
/** The cases of some cells together. */
export function observed(one: Own, levels: readonly LevelPath[]): Observed | null {
  if (one.analysis === null) return null;
  const cells = one.analysis.cells.filter((cell) => levels.every((level) => cell.levels[placeOf(one, level)] === level[1]));
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (n === 0) return { n, mean: null, sd: null };
  const mean = cells.reduce((sum, cell) => sum + cell.n * cell.mean, 0) / n;
  const ss = cells.reduce((sum, cell) => sum + (cell.n - 1) * square(cell.sd ?? 0) + cell.n * square(cell.mean - mean), 0);
  return { n, mean, sd: n < 2 ? null : Math.sqrt(ss / (n - 1)) };
}
export const adjusted = (one: Own, levels: readonly LevelPath[]): AdjustedMean | undefined => {
  const [first] = levels;
  if (one.analysis === null || first === undefined) return undefined;
  const all = levels.length === 1 ? (one.analysis.adjusted[placeOf(one, first)] ?? []) : one.analysis.adjustedCells;
  const names = levels.length === 1 ? [first[1]] : one.factors.map(({ name }) => levels.find((level) => level[0] === name)?.[1]);
  return all.find((mean) => mean.levels.every((level, at) => level === names[at]));
};
export const noCase = (one: Own): string => (one.reason !== '' ? one.reason : 'no case');
export const spread = (one: Own): string => (one.reason !== '' ? one.reason : 'a single case, or no case');

interface Pair {
  readonly difference: number;
  readonly p: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
function pairOf(one: Own, a: LevelPath, b: LevelPath): Pair | null {
  if (a[0] !== b[0]) return null;
  const place = placeOf(one, a);
  const pair = one.pairs[place]?.find(({ i, j }) => (i === a[1] && j === b[1]) || (i === b[1] && j === a[1]));
  if (pair === undefined || one.analysis === null) return null;
  const { p, se, interval } = postHocOf(one.job.postHoc).test(pair, {
    groups: one.analysis.factors[place]!.levels.length,
    df: one.analysis.residual.df,
  });
  const [low, high] = interval ?? [null, null];
  const straight = pair.i === a[1];
  const turned = (value: number | null): number | null => (value === null ? null : -value);
  return {
    difference: straight ? pair.difference : -pair.difference,
    p,
    se,
    low: straight ? low : turned(high),
    high: straight ? high : turned(low),
  };
}
export const ofPair = (part: keyof Pair) => ({
  over: (one: Own): [LevelPath, LevelPath][] =>
    one.factors.flatMap((factor) =>
      levelPaths(factor).flatMap((a) => levelPaths(factor).flatMap((b): [LevelPath, LevelPath][] => (a[1] === b[1] ? [] : [[a, b]]))),
    ),
  value: (one: Own, a: LevelPath, b: LevelPath) => pairOf(one, a, b)?.[part],
  why: (one: Own, a: LevelPath, b: LevelPath) => {
    const { half } = postHocOf(one.job.postHoc).formula;
    const found = pairOf(one, a, b);
    if (found === null) return one.reason !== '' ? one.reason : 'a level without a case';
    return (part === 'low' || part === 'high') && typeof half !== 'string' ? half.none : why(one);
  },
});
export const byMethod = (formula: (one: ReturnType<typeof postHocOf>['formula']) => string) => (job: CompareJob | null) => {
  const one = postHocOf(job?.postHoc ?? 'bonferroni').formula;
  return { formula: formula(one), source: one.source };
};
