// Comparison of group means: the tests of all groups at once. Pairs of groups are in pairs.ts, two groups alone in t-test.ts.
import type { Codes } from '../../counts/points.ts';
import { cube, square } from '../../numerics/powers.ts';
import { fUpper, chiSquareUpper, tQuantile } from '../../numerics/distributions.ts';
import { isConstant } from '../../numerics/constant.ts';
import { finite } from '../../numerics/finite.ts';
import { commonOffset, sum, withoutOffset } from '../../numerics/sums.ts';
import { levelsOf, linearIn, linearOf, type Linear } from '../../rowless/columns.ts';
import { endsOfLinear, momentsOfLinear } from '../../rowless/linear.ts';
import { lackingFields, orReason } from '../../rowless/needs-rows.ts';
import { comparePairs } from './pairs.ts';
import { once } from '../../numerics/once.ts';
import type { PairComparison } from './pairs.ts';

export type { PairComparison } from './pairs.ts';

export interface GroupStatistics {
  readonly level: string;
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface GroupComparison {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly groups: readonly GroupStatistics[];
  readonly anova: {
    readonly ssBetween: number;
    readonly ssWithin: number;
    readonly df1: number;
    readonly df2: number;
    readonly msBetween: number | null;
    readonly msWithin: number | null;
    readonly f: number | null;
    readonly p: number | null;
  };
  readonly welch: { readonly f: number | null; readonly df1: number; readonly df2: number | null; readonly p: number | null };
  readonly brownForsythe: { readonly f: number | null; readonly df1: number; readonly df2: number | null; readonly p: number | null };
  readonly kruskalWallis: { readonly h: number | null; readonly df: number; readonly p: number | null };
  readonly leveneMean: { readonly f: number | null; readonly df1: number; readonly df2: number; readonly p: number | null };
  readonly leveneMedian: { readonly f: number | null; readonly p: number | null };
  readonly eta2: number | null;
  readonly omega2: number | null;
  readonly epsilon2: number | null;
  readonly kruskalEpsilon2: number | null;
  readonly pairs: readonly PairComparison[];
  /** Of a sample that was drawn by a design: all cases together, with the design's standard error. */
  readonly drawn?: GroupStatistics;
}

/** What tests of means need of a group. */
export interface GroupMoments {
  readonly level: string;
  readonly n: number;
  readonly mean: number;
  readonly ss: number;
  readonly variance: number;
}

/** With its least and its largest value. */
export interface GroupWithEnds extends GroupMoments {
  readonly min: number;
  readonly max: number;
}

/** With its values: what tests of order and of spread need. */
export interface Group extends GroupWithEnds {
  readonly values: Float64Array;
}

/** Tests that means and variances do not give, each computed when it is read. */
export interface OrderTests {
  kruskalWallis(): GroupComparison['kruskalWallis'];
  leveneMean(): GroupComparison['leveneMean'];
  leveneMedian(): GroupComparison['leveneMedian'];
}

/**
 * Compares the means of the values `given` between the groups `codes` (level index a row). Groups with no case are left out; needs at least
 * two with a case, else null. `codes` -1 and NaN values are skipped. A group of one case has a mean and no variance: it takes part
 * in the analysis of variance, and what needs its variance (Welch, Games–Howell) is null.
 *
 * F: one-way analysis of variance. Welch 1951 (Biometrika 38:330–336), Brown & Forsythe 1974 (Technometrics 16:129–132): means with
 * unequal variances. Levene 1960 on |x − mean| (as SPSS prints it) and on |x − median| (Brown & Forsythe 1974, JASA 69:364–367).
 * Kruskal & Wallis 1952 with the correction for ties. η² = SSb/SSt, ω² = (SSb − df·MSw)/(SSt + MSw) (Hays),
 * ε² = (SSb − df·MSw)/SSt (Kelley 1935), Kruskal–Wallis ε² = H/(n − 1).
 */
export function compareGroups(given: Float64Array, codes: Codes, levels: readonly string[]): GroupComparison | null {
  const counted = linearOf(given);
  if (counted !== null) return comparisonOfCounts(counted, codes, levels);
  const offset = commonOffset(given);
  const taken = groupsOf(withoutOffset(given, offset), codes, levels);
  const all = concatenated(taken.map((group) => group.values));
  // An outcome that does not vary at all has no means that differ by rounding.
  const found = isConstant(all) ? taken.map((group) => ({ ...group, mean: taken[0]!.mean })) : taken;
  if (found.length < 2) return null;
  const total = describeValues(all);
  const groups = found.map((group) => withoutRounding(group, total.ss));
  const sorted = once(() => groups.map((group) => group.values.slice().sort()));
  return comparisonOf(groups, total.variance, offset, {
    kruskalWallis: () => kruskalWallis(groups, rankSums(sorted(), all.length), all.length),
    leveneMean: () => leveneTest(groups, (group) => group.mean),
    leveneMedian: () => {
      const medians = new Map(groups.map((group, i) => [group, medianOfSorted(sorted()[i]!)]));
      return leveneTest(groups, (group) => medians.get(group)!);
    },
  });
}

/**
 * The comparison of groups (at least two, none empty) from what their values were summed up to; `offset` was taken off the values,
 * `variance` is that of all together. What needs more is left to `order`.
 */
export function comparisonOf(groups: readonly GroupWithEnds[], variance: number, offset: number, order: OrderTests): GroupComparison {
  const n = groups.reduce((total, group) => total + group.n, 0);
  const { mean, tests, pairs } = comparedMeans(groups, n);
  const h = once(() => order.kruskalWallis());
  const leveneMean = once(() => {
    const { f, df1, df2, p } = order.leveneMean();
    return { f, df1, df2, p };
  });
  const leveneMedian = once(() => {
    const { f, p } = order.leveneMedian();
    return { f, p };
  });
  return {
    n,
    mean: mean + offset,
    sd: Math.sqrt(variance),
    groups: groups.map((group) => groupStatistics(group, offset, { min: group.min + offset, max: group.max + offset })),
    ...tests,
    get kruskalWallis() {
      return h();
    },
    get leveneMean() {
      return leveneMean();
    },
    get leveneMedian() {
      return leveneMedian();
    },
    get kruskalEpsilon2() {
      const { h: statistic } = h();
      return statistic === null ? null : finite(statistic / (n - 1));
    },
    get pairs() {
      return pairs();
    },
  };
}

/** What follows from the groups' sizes, means and variances. */
function comparedMeans(groups: readonly GroupMoments[], n: number) {
  const k = groups.length;
  const mean = grandMean(groups, n);
  const anova = analysisOfVariance(groups, mean, n);
  const sst = anova.ssBetween + anova.ssWithin;
  const excess = anova.ssBetween - (k - 1) * (anova.msWithin ?? NaN);
  return {
    mean,
    sst,
    tests: {
      anova,
      welch: welchTest(groups),
      brownForsythe: brownForsytheTest(groups, anova.ssBetween, n),
      eta2: finite(anova.ssBetween / sst),
      omega2: finite(excess / (sst + (anova.msWithin ?? NaN))),
      epsilon2: finite(excess / sst),
    },
    // Studentized ranges cost more than all the rest, and are read where pairs are shown.
    pairs: once(() => comparePairs(groups, anova.msWithin, anova.df2)),
  };
}

/** Groups in level order as counts have them, without the empty ones. */
export function groupsOfCounts(
  values: Linear,
  codes: Codes,
  levels: readonly string[],
): readonly (GroupMoments & { readonly of: Linear })[] {
  const { category, within } = levelsOf(codes)!;
  return levels.flatMap((level, at) => {
    const of = linearIn(linearIn(values, within), { where: [], complete: [], level: { category, level: at } });
    const { n, means, cross } = momentsOfLinear([of]);
    return n === 0 ? [] : [{ level, n, mean: means[0]!, ss: cross[0]![0]!, variance: n > 1 ? cross[0]![0]! / (n - 1) : NaN, of }];
  });
}

/** What needs ranks or deviations row by row is not there: whoever reads it is told so. */
function comparisonOfCounts(values: Linear, codes: Codes, levels: readonly string[]): GroupComparison | null {
  const taken = groupsOfCounts(values, codes, levels);
  if (taken.length < 2) return null;
  const n = taken.reduce((total, group) => total + group.n, 0);
  const { mean, sst, tests, pairs } = comparedMeans(taken, n);
  const known = {
    n,
    mean,
    sd: Math.sqrt(sst / (n - 1)),
    groups: taken.map((group) => {
      const ends = orReason(() => endsOfLinear({ ...group.of, ends: null }));
      if ('reason' in ends) return lackingFields(groupStatistics(group, 0, { min: null, max: null }), ['min', 'max'], ends.reason);
      return groupStatistics(group, 0, { min: ends.value.low, max: ends.value.high });
    }),
    ...tests,
    get pairs() {
      return pairs();
    },
  };
  return lackingFields(known as unknown as GroupComparison, ['kruskalWallis', 'leveneMean', 'leveneMedian', 'kruskalEpsilon2']);
}

/**
 * Below this share of all squares, those within a group are the rounding of computed values that are alike: as for a perfect fit
 * (regression/ols.ts).
 */
const ROUNDING = 1e-26;

/** A group whose squares are rounding has none. */
export function withoutRounding<G extends GroupMoments>(group: G, squares: number): G {
  return group.ss > 0 && group.ss <= ROUNDING * squares ? { ...group, ss: 0, variance: 0 } : group;
}

/** Groups in level order, without the empty ones. */
export function groupsOf(values: Float64Array, codes: Codes, levels: readonly string[]): Group[] {
  const counts = levels.map(() => 0);
  const takesPart = (row: number): boolean => codes[row]! >= 0 && codes[row]! < levels.length && !Number.isNaN(values[row]!);
  for (let row = 0; row < values.length; row++) if (takesPart(row)) counts[codes[row]!]!++;
  const parts = counts.map((count) => new Float64Array(count));
  counts.fill(0);
  for (let row = 0; row < values.length; row++) if (takesPart(row)) parts[codes[row]!]![counts[codes[row]!]!++] = values[row]!;
  return parts.flatMap((part, index) => (part.length === 0 ? [] : [groupOf(levels[index]!, part)]));
}

export function groupOf(level: string, values: Float64Array): Group {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < min) min = values[i]!;
    if (values[i]! > max) max = values[i]!;
  }
  return { level, values, n: values.length, ...describeValues(values), min, max };
}

/** Mean, sum of squared deviations and variance (NaN for one value). A constant has a sum of squares of exactly 0. */
function describeValues(values: Float64Array): { mean: number; ss: number; variance: number } {
  const n = values.length;
  const first = values[0]!;
  if (isConstant(values)) return { mean: first, ss: 0, variance: n > 1 ? 0 : NaN };
  // Sums of deviations from the first value: exact for data with many common leading digits.
  const deviations = new Float64Array(n);
  for (let i = 0; i < n; i++) deviations[i] = values[i]! - first;
  const shift = sum(deviations) / n;
  for (let i = 0; i < n; i++) deviations[i] = deviations[i]! - shift;
  const rest = sum(deviations);
  for (let i = 0; i < n; i++) deviations[i] = deviations[i]! * deviations[i]!;
  const ss = sum(deviations) - (rest * rest) / n;
  return { mean: first + shift, ss, variance: ss / (n - 1) };
}

function grandMean(groups: readonly GroupMoments[], n: number): number {
  const origin = groups[0]!.mean;
  return origin + sum(groups.map((group) => group.n * (group.mean - origin))) / n;
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function groupStatistics(group: GroupMoments, offset: number, ends: Pick<GroupStatistics, 'min' | 'max'>): GroupStatistics {
  const sd = Math.sqrt(group.variance);
  const se = sd / Math.sqrt(group.n);
  const half = tQuantile(0.975, group.n - 1) * se;
  return {
    level: group.level,
    n: group.n,
    mean: group.mean + offset,
    sd: finite(sd),
    se: finite(se),
    low: finite(group.mean - half + offset),
    high: finite(group.mean + half + offset),
    ...ends,
  };
}

function analysisOfVariance(groups: readonly GroupMoments[], grand: number, n: number): GroupComparison['anova'] {
  const ssBetween = sum(groups.map((group) => group.n * square(group.mean - grand)));
  const ssWithin = sum(groups.map((group) => group.ss));
  const df1 = groups.length - 1;
  const df2 = n - groups.length;
  const msBetween = ssBetween / df1;
  const msWithin = ssWithin / df2;
  const f = finite(msBetween / msWithin);
  return {
    ssBetween,
    ssWithin,
    df1,
    df2,
    msBetween: finite(msBetween),
    msWithin: finite(msWithin),
    f,
    p: f === null ? null : finite(fUpper(f, df1, df2)),
  };
}

function welchTest(groups: readonly GroupMoments[]): GroupComparison['welch'] {
  const k = groups.length;
  const weights = groups.map((group) => group.n / group.variance);
  const all = sum(weights);
  const origin = groups[0]!.mean;
  const centre = sum(groups.map((group, i) => weights[i]! * (group.mean - origin))) / all;
  const spread = sum(groups.map((group, i) => square(1 - weights[i]! / all) / (group.n - 1)));
  const between = sum(groups.map((group, i) => weights[i]! * square(group.mean - origin - centre))) / (k - 1);
  const f = finite(between / (1 + ((2 * (k - 2)) / (k * k - 1)) * spread));
  const df2 = finite((k * k - 1) / (3 * spread));
  if (f === null || df2 === null) return { f: null, df1: k - 1, df2: null, p: null };
  return { f, df1: k - 1, df2, p: finite(fUpper(f, k - 1, df2)) };
}

function brownForsytheTest(groups: readonly GroupMoments[], ssBetween: number, n: number): GroupComparison['brownForsythe'] {
  const k = groups.length;
  const parts = groups.map((group) => (1 - group.n / n) * group.variance);
  const all = sum(parts);
  const f = finite(ssBetween / all);
  const df2 = finite(1 / sum(groups.map((group, i) => square(parts[i]! / all) / (group.n - 1))));
  if (f === null || df2 === null) return { f: null, df1: k - 1, df2: null, p: null };
  return { f, df1: k - 1, df2, p: finite(fUpper(f, k - 1, df2)) };
}

/** `sums` and `ties` as `rankSums` has them. */
export function kruskalWallis(
  groups: readonly GroupMoments[],
  { sums, ties }: { readonly sums: readonly number[]; readonly ties: number },
  n: number,
): GroupComparison['kruskalWallis'] {
  const between = sum(groups.map((group, i) => square(sums[i]!) / group.n));
  const h = finite((12 * between) / (n * (n + 1)) / (1 - ties / (cube(n) - n)));
  const df = groups.length - 1;
  return { h, df, p: h === null ? null : chiSquareUpper(h, df) };
}

/**
 * Σ(rank − (n + 1)/2) of each group, so that nothing cancels with 3(n + 1), and Σ(t³ − t) over the tied values: by merging the sorted
 * groups. Ranks are multiples of a half, so the sums are exact.
 */
function rankSums(sorted: readonly Float64Array[], n: number): { sums: number[]; ties: number } {
  const sums = sorted.map(() => 0);
  const at = new Uint32Array(sorted.length);
  const tied = new Uint32Array(sorted.length);
  let ties = 0;
  for (let start = 0; start < n; ) {
    let least = Infinity;
    for (let g = 0; g < sorted.length; g++) if (at[g]! < sorted[g]!.length) least = Math.min(least, sorted[g]![at[g]!]!);
    let t = 0;
    for (let g = 0; g < sorted.length; g++) {
      const values = sorted[g]!;
      const from = at[g]!;
      let end = from;
      while (end < values.length && values[end] === least) end++;
      tied[g] = end - from;
      at[g] = end;
      t += end - from;
    }
    const deviation = (start + 1 + start + t) / 2 - (n + 1) / 2;
    for (let g = 0; g < sorted.length; g++) sums[g] = sums[g]! + tied[g]! * deviation;
    ties += t * t * t - t;
    start += t;
  }
  return { sums, ties };
}

/**
 * Analysis of variance of the absolute deviations from each group's centre; no F where what varies within the groups is the rounding of the
 * centres.
 */
export function leveneTest(groups: readonly Group[], centre: (group: Group) => number): GroupComparison['anova'] {
  const deviations = groups.map((group) => {
    const middle = centre(group);
    const sizes = new Float64Array(group.n);
    for (let i = 0; i < group.n; i++) sizes[i] = Math.abs(group.values[i]! - middle);
    return groupOf(group.level, sizes);
  });
  return testedSpread(deviations, largestOf(groups));
}

/** `largest`: the size of the numbers whose deviations these are. */
export function testedSpread(deviations: readonly GroupMoments[], largest: number): GroupComparison['anova'] {
  const n = deviations.reduce((total, group) => total + group.n, 0);
  const tested = analysisOfVariance(deviations, grandMean(deviations, n), n);
  return tested.ssWithin <= n * square(Number.EPSILON * largest) ? { ...tested, f: null, p: null } : tested;
}

export const largestOf = (groups: readonly GroupWithEnds[]): number =>
  groups.reduce((most, { min, max }) => Math.max(most, Math.abs(min), Math.abs(max)), 0);

function medianOfSorted(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
