// Groups of many rows with a number each: compared from sums by level, one sorting for all tests of order, and one pass a test of spread.
// What the numbers are a linear map of is looked at in their place, so that another range looks at no row. The same tests as groups.ts,
// whose formulas they are; what many rows have in common to too many digits is left to it.
import type { Codes } from '../../counts/points.ts';
import { scaleOf } from '../../counts/scaled.ts';
import { areOneNumber } from '../../numerics/constant.ts';
import { once } from '../../numerics/once.ts';
import { orderOf, ROW } from '../../numerics/order.ts';
import { mayEnd } from '../../numerics/parts.ts';
import { square } from '../../numerics/powers.ts';
import { commonOffset, sum } from '../../numerics/sums.ts';
import { BLOCK, compensated, levelSums } from '../describe/level-sums.ts';
import {
  comparisonOf,
  groupOf,
  kruskalWallis,
  largestOf,
  testedSpread,
  withoutRounding,
  type GroupComparison,
  type GroupMoments,
  type GroupWithEnds,
} from './groups.ts';
import { scaledComparison, scaledTest } from './scaled.ts';
import { independentTestOf, type IndependentTest } from './t-test.ts';

/** Below this share of squares about another centre, what is left of them about the own one has lost digits: it is summed up by itself. */
const LOST = 1e-3;

interface RowGroup extends GroupWithEnds {
  readonly code: number;
}

/** Of the numbers that have a group, before any linear map; levels are called by their codes. */
interface RowGroups {
  readonly comparison: () => GroupComparison;
  /** Of the only two groups; null where there are more. */
  readonly test: () => IndependentTest | null;
}

/** As compareGroups, of many rows; null where there are too many levels, or it takes care for digits in common. */
export function compareRows(values: Float64Array, codes: Codes, levels: readonly string[]): GroupComparison | null {
  const scaled = scaleOf(values);
  const found = rowGroups(scaled.base, codes, levels.length);
  return found === null ? null : scaledComparison(found.comparison(), scaled, (level) => levels[Number(level)]!);
}

/** As independentTest of the only two levels that have a case; null as of compareRows. */
export function independentTestOfRows(values: Float64Array, codes: Codes, levels: number): IndependentTest | null {
  const scaled = scaleOf(values);
  const test = rowGroups(scaled.base, codes, levels)?.test() ?? null;
  return test === null ? null : scaledTest(test, scaled);
}

const known = new WeakMap<Float64Array, WeakMap<Codes, { readonly levels: number; readonly groups: RowGroups | null }>>();

/** Kept with values and codes. */
function rowGroups(values: Float64Array, codes: Codes, levels: number): RowGroups | null {
  if (!(codes instanceof Int8Array)) return null;
  const own = known.get(values) ?? new WeakMap();
  known.set(values, own);
  const found = own.get(codes);
  if (found?.levels === levels) return found.groups;
  const groups = madeOf(values, codes, levels);
  own.set(codes, { levels, groups });
  return groups;
}

function madeOf(values: Float64Array, codes: Int8Array, levels: number): RowGroups | null {
  const { centre, counts, sums, squares, least, most } = levelSums(values, codes, levels);
  const [low, high] = [Math.min(...least), Math.max(...most)];
  const occurring = [...counts.keys()].filter((code) => counts[code]! > 0);
  if (occurring.length < 2 || areOneNumber(low, high) || commonOffset([low, high]) !== 0) return null;
  const n = sum(counts);
  const all = sum(squares) - square(sum(sums)) / n;
  const again: number[] = [];
  const rough = occurring.map((code): RowGroup => {
    const own = counts[code]!;
    const [min, max] = [least[code]!, most[code]!];
    if (areOneNumber(min, max)) return { code, level: String(code), n: own, mean: min, ss: 0, variance: own > 1 ? 0 : NaN, min, max };
    const ss = squares[code]! - square(sums[code]!) / own;
    if (!(ss > LOST * squares[code]!)) again.push(code);
    const mean = centre + sums[code]! / own;
    return { code, level: String(code), n: own, mean, ss, variance: ss / (own - 1), min, max };
  });
  const exact = again.length === 0 ? null : valuesIn(values, codes, again, counts);
  const groups = rough.map((group) =>
    again.includes(group.code) ? { ...groupOf(group.level, exact!.get(group.code)!), code: group.code } : group,
  );
  const ranks = once(() => rankedIn(sortedRows(values), values, codes, groups));
  const levene = (centres: () => readonly number[]) =>
    once(() => testedSpread(spreadAbout({ values, codes, counts }, groups, centres()), largestOf(groups)));
  const leveneMean = levene(() => groups.map((group) => group.mean));
  const order = { kruskalWallis: () => kruskalWallis(groups, ranks(), n), leveneMean, leveneMedian: levene(() => ranks().medians) };
  return {
    comparison: once(() =>
      comparisonOf(
        groups.map((group) => withoutRounding(group, all)),
        all / (n - 1),
        0,
        order,
      ),
    ),
    test: once(() => {
      const [first, second, third] = groups;
      if (first === undefined || second === undefined || third !== undefined) return null;
      const { sums: rankSums, ties } = ranks();
      // The ranks' sum less n₁(n₁ + 1)/2, where the ranks are counted from their mean.
      const u = rankSums[0]! + (first.n * second.n) / 2;
      return independentTestOf(first, second, 0, { levene: leveneMean(), u, ties });
    }),
  };
}

/** The values of some levels, in the order of the rows. */
function valuesIn(
  values: Float64Array,
  codes: Int8Array,
  some: readonly number[],
  counts: Float64Array,
): ReadonlyMap<number, Float64Array> {
  const found = new Map(some.map((code) => [code, new Float64Array(counts[code]!)]));
  const next = new Uint32Array(counts.length);
  for (let row = 0; row < values.length; row++) {
    const own = found.get(codes[row]!);
    if (own === undefined || Number.isNaN(values[row]!)) continue;
    own[next[codes[row]!]!++] = values[row]!;
  }
  return found;
}

/** Kept as long as the values are. */
const orders = new WeakMap<Float64Array, Int32Array>();
function sortedRows(values: Float64Array): Int32Array {
  const found = orders.get(values) ?? orderOf(values);
  orders.set(values, found);
  return found;
}

interface Ranked {
  /** Σ(rank − (n + 1)/2) of each group, so that nothing cancels with 3(n + 1); multiples of a half, so that the sums are exact. */
  readonly sums: readonly number[];
  /** Σ(t³ − t) over the tied values. */
  readonly ties: number;
  readonly medians: readonly number[];
}

/** Ranks among the rows that have a group, and each group's median, in one walk from the least value to the largest. */
function rankedIn(order: Int32Array, values: Float64Array, codes: Int8Array, groups: readonly RowGroup[]): Ranked {
  const levels = Math.max(...groups.map(({ code }) => code)) + 1;
  const sums = new Float64Array(levels);
  const tied = new Int32Array(levels);
  const seen = new Int32Array(levels);
  const middle = new Int32Array(levels);
  const [lower, upper] = [new Float64Array(levels), new Float64Array(levels)];
  let n = 0;
  for (const { code, n: own } of groups) {
    middle[code] = (own - 1) >> 1;
    n += own;
  }
  const part = { order, values, codes, sums, tied, seen, middle, lower, upper, passed: new Float64Array(2), n };
  for (let from = 0; from < order.length; ) {
    mayEnd();
    let to = Math.min(order.length, from + BLOCK);
    while (to < order.length && order[to]! < 0) to++;
    rankPart(part, from, to);
    from = to;
  }
  const ties = part.passed[1]!;
  return {
    sums: groups.map(({ code }) => sums[code]! / 2),
    ties,
    medians: groups.map(({ code, n: own }) => (own % 2 === 0 ? (lower[code]! + upper[code]!) / 2 : lower[code]!)),
  };
}

interface Ranking {
  readonly order: Int32Array;
  readonly values: Float64Array;
  readonly codes: Int8Array;
  /** Of each level twice the ranks less (n + 1)/2: whole numbers. */
  readonly sums: Float64Array;
  /** Of each level: those that share a value, those seen so far, the place of its median, the values there and at the next place. */
  readonly tied: Int32Array;
  readonly seen: Int32Array;
  readonly middle: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** How many lie below, and Σ(t³ − t) of them. */
  readonly passed: Float64Array;
  readonly n: number;
}

/** No value is on both sides of either end. A function that is called again and again is compiled for good. */
function rankPart({ order, values, codes, sums, tied, seen, middle, lower, upper, passed, n }: Ranking, start: number, end: number): void {
  const levels = sums.length;
  let [below, ties] = [passed[0]!, 0];
  for (let from = start; from < end; ) {
    let to = from + 1;
    while (to < end && order[to]! < 0) to++;
    let t = 0;
    for (let at = from; at < to; at++) {
      const row = order[at]! & ROW;
      const code = codes[row]!;
      if (code < 0 || code >= levels) continue;
      const own = seen[code]!;
      seen[code] = own + 1;
      const half = middle[code]!;
      if (own === half) lower[code] = values[row]!;
      else if (own === half + 1) upper[code] = values[row]!;
      t++;
      if (to === from + 1) sums[code] = sums[code]! + (2 * below + 1 - n);
      else tied[code] = tied[code]! + 1;
    }
    if (to > from + 1) {
      for (let level = 0; level < levels; level++) sums[level] = sums[level]! + tied[level]! * (2 * below + t - n);
      tied.fill(0);
      ties += t * t * t - t;
    }
    below += t;
    from = to;
  }
  passed[0] = below;
  passed[1] = passed[1]! + ties;
}

/** Moments of |x − centre|, a centre a group. */
function spreadAbout(
  { values, codes, counts }: { readonly values: Float64Array; readonly codes: Int8Array; readonly counts: Float64Array },
  groups: readonly RowGroup[],
  centres: readonly number[],
): readonly GroupMoments[] {
  const centreOf = new Float64Array(counts.length);
  for (const [at, { code }] of groups.entries()) centreOf[code] = centres[at]!;
  const sums = new Float64Array(counts.length);
  const total = compensated(sums);
  const block = new Float64Array(counts.length);
  for (let from = 0; from < values.length; from += BLOCK) {
    mayEnd();
    const to = Math.min(values.length, from + BLOCK);
    block.fill(0);
    addDistances(values, codes, from, to, centreOf, block);
    total.add(block);
  }
  total.end();
  const again: number[] = [];
  const found = groups.map(({ code, level, n, mean, ss }, at): GroupMoments => {
    const squares = ss + n * square(mean - centres[at]!);
    const own = squares - square(sums[code]!) / n;
    if (!(own > LOST * squares)) again.push(code);
    return { level, n, mean: sums[code]! / n, ss: own, variance: own / (n - 1) };
  });
  if (again.length === 0) return found;
  const exact = valuesIn(values, codes, again, counts);
  return found.map((one, at) => {
    const own = exact.get(groups[at]!.code);
    return own === undefined
      ? one
      : groupOf(
          one.level,
          own.map((value) => Math.abs(value - centres[at]!)),
        );
  });
}

function addDistances(values: Float64Array, codes: Int8Array, from: number, to: number, centreOf: Float64Array, sums: Float64Array): void {
  for (let row = from; row < to; row++) {
    const code = codes[row]!;
    const value = values[row]!;
    if (code >= 0 && !Number.isNaN(value)) sums[code] = sums[code]! + Math.abs(value - centreOf[code]!);
  }
}
