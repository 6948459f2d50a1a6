// Groups of an outcome of few distinct values: compared from how often each value occurs in each group, without a look at any row. The same
// tests as groups.ts, whose formulas they are; ranks and deviations are those of the values, each as often as it occurs.
import { jointCounts } from '../../counts/joint.ts';
import type { Codes, Points } from '../../counts/points.ts';
import { areOneNumber } from '../../numerics/constant.ts';
import { commonOffset, sum } from '../../numerics/sums.ts';
import {
  comparisonOf,
  kruskalWallis,
  largestOf,
  testedSpread,
  withoutRounding,
  type GroupComparison,
  type GroupWithEnds,
} from './groups.ts';
import { independentTestOf, type IndependentTest } from './t-test.ts';

/** Values that occur, ascending and each once, and how often. */
interface Frequencies {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/** A group with the frequencies that it was summed up from. */
type PointGroup = GroupWithEnds & Frequencies;

interface Counted {
  /** Those with a case, in level order; `offset` is taken off their values. */
  readonly groups: readonly PointGroup[];
  readonly offset: number;
  /** Of all groups together. */
  readonly total: Omit<GroupWithEnds, 'level'>;
}

/** Values by the place of each, and how many cases of a group have it. */
export interface CountedValues {
  readonly values: Float64Array;
  readonly inGroup: (value: number, group: number) => number;
}

function ofRows({ codes: given, values }: Points, codes: Codes, levels: number): CountedValues {
  const joint = jointCounts([
    { codes: given, levels: values.length },
    { codes, levels },
  ]);
  return { values, inGroup: (value, group) => joint.counts[value * joint.size + joint.starts[1]! + group]! };
}

/** Null where no group has a case. */
function counted({ values, inGroup }: CountedValues, levels: readonly string[]): Counted | null {
  const occurring = [...values.keys()].filter(
    (code) => !Number.isNaN(values[code]!) && levels.some((_, group) => inGroup(code, group) > 0),
  );
  if (occurring.length === 0) return null;
  const offset = commonOffset(occurring.map((code) => values[code]!));
  const near = Float64Array.from(values, (value) => value - offset);
  occurring.sort((a, b) => near[a]! - near[b]! || a - b);
  const of = (count: (code: number) => number): Frequencies => distinct(occurring.map((code) => [near[code]!, count(code)] as const));
  const groups = levels.flatMap((level, group) => {
    const own = of((code) => inGroup(code, group));
    return own.values.length === 0 ? [] : [pointGroup(level, own)];
  });
  return { groups, offset, total: summedUp(of((code) => sum(levels.map((_, group) => inGroup(code, group))))) };
}

/** As compareGroups of the rows' values. Whole counts of ascending values: the same bytes for any order of rows and codes. */
export const comparePoints = (points: Points, codes: Codes, levels: readonly string[]): GroupComparison | null =>
  compareCounts(ofRows(points, codes, levels.length), levels);

export function compareCounts(given: CountedValues, levels: readonly string[]): GroupComparison | null {
  const found = counted(given, levels);
  if (found === null || found.groups.length < 2) return null;
  const { groups: taken, offset, total } = found;
  // An outcome that does not vary at all has no means that differ by rounding.
  const still = areOneNumber(total.min, total.max);
  const groups = taken.map((group) => withoutRounding(still ? { ...group, mean: taken[0]!.mean } : group, total.ss));
  return comparisonOf(groups, total.variance, offset, {
    kruskalWallis: () => kruskalWallis(groups, rankSums(groups, total.n), total.n),
    leveneMean: () => levene(groups, (group) => group.mean),
    leveneMedian: () => levene(groups, medianOf),
  });
}

/** As independentTest of the rows' values in the first two levels that have a case; null where fewer have one. */
export const independentTestOfPoints = (points: Points, codes: Codes, levels: number): IndependentTest | null =>
  independentTestOfCounts(ofRows(points, codes, levels), levels);

export function independentTestOfCounts(given: CountedValues, levels: number): IndependentTest | null {
  const found = counted(
    given,
    Array.from({ length: levels }, (_, level) => String(level)),
  );
  const [first, second] = found?.groups ?? [];
  if (first === undefined || second === undefined) return null;
  const both = [first, second];
  const { sums, ties } = rankSums(both, first.n + second.n);
  // The ranks' sum less n₁(n₁ + 1)/2, where the ranks are counted from their mean.
  const u = sums[0]! + (first.n * second.n) / 2;
  return independentTestOf(first, second, found!.offset, { levene: levene(both, (group) => group.mean), u, ties });
}

/** Ascending pairs of a value and how often; what is one value is counted together, and what does not occur is left out. */
function distinct(pairs: readonly (readonly [number, number])[]): Frequencies {
  const values: number[] = [];
  const counts: number[] = [];
  for (const [value, count] of pairs) {
    if (count === 0) continue;
    if (values.at(-1) === value) counts.push(counts.pop()! + count);
    else {
      values.push(value);
      counts.push(count);
    }
  }
  return { values, counts };
}

function pointGroup(level: string, own: Frequencies): PointGroup {
  return { level, ...own, ...summedUp(own) };
}

/** Two passes over the deviations from the least value, as describeValues of groups.ts does over those from the first row's. */
function summedUp({ values, counts }: Frequencies): Omit<GroupWithEnds, 'level'> {
  const n = sum(counts);
  const [min, max] = [values[0]!, values.at(-1)!];
  if (areOneNumber(min, max)) return { n, mean: min, ss: 0, variance: n > 1 ? 0 : NaN, min, max };
  const shift = sum(values.map((value, at) => counts[at]! * (value - min))) / n;
  const deviations = values.map((value) => value - min - shift);
  const rest = sum(deviations.map((deviation, at) => counts[at]! * deviation));
  const ss = sum(deviations.map((deviation, at) => counts[at]! * deviation * deviation)) - (rest * rest) / n;
  return { n, mean: min + shift, ss, variance: ss / (n - 1), min, max };
}

/** Σ(rank − (n + 1)/2) of each group and Σ(t³ − t) over the tied values. */
function rankSums(groups: readonly PointGroup[], n: number): { sums: number[]; ties: number } {
  const every = [...new Set(groups.flatMap(({ values }) => values))].sort((a, b) => a - b);
  const sums = groups.map(() => 0);
  const at = groups.map(() => 0);
  let [ties, below] = [0, 0];
  for (const value of every) {
    const tied = groups.map(({ values, counts }, g) => (values[at[g]!] === value ? counts[at[g]!++]! : 0));
    const t = sum(tied);
    const deviation = (below + 1 + below + t) / 2 - (n + 1) / 2;
    tied.forEach((count, g) => {
      sums[g] = sums[g]! + count * deviation;
    });
    ties += t * t * t - t;
    below += t;
  }
  return { sums, ties };
}

function medianOf({ values, counts, n }: PointGroup): number {
  const at = (place: number): number => {
    let upTo = 0;
    return values[counts.findIndex((count) => (upTo += count) > place)]!;
  };
  return n % 2 === 1 ? at((n - 1) / 2) : (at(n / 2 - 1) + at(n / 2)) / 2;
}

function levene(groups: readonly PointGroup[], centre: (group: PointGroup) => number): GroupComparison['anova'] {
  const deviations = groups.map((group) => {
    const middle = centre(group);
    const sizes = group.values.map((value, at) => [Math.abs(value - middle), group.counts[at]!] as const);
    return pointGroup(group.level, distinct(sizes.sort((a, b) => a[0] - b[0])));
  });
  return testedSpread(deviations, largestOf(groups));
}
