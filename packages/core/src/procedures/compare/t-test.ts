// Two means, or one against a value: t tests, their rank-based counterparts and effect sizes.
import { exp, log1p } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import { normalUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { finite, finitePair } from '../../numerics/finite.ts';
import { noncentralityOfT } from '../../numerics/noncentral-t.ts';
import { ranksOf } from '../../numerics/ranks.ts';
import { stirlingError } from '../../numerics/special-functions.ts';
import { commonOffset, sum, withoutOffset } from '../../numerics/sums.ts';
import { momentsOf, correlationOf } from '../../moments/moments.ts';
import { lackingFields } from '../../rowless/needs-rows.ts';
import { groupOf, leveneTest } from './groups.ts';
import type { Group, GroupMoments } from './groups.ts';

/** A t statistic with its two-sided p and the 95 % interval of the difference. */
export interface TResult {
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** `statistic` with its normal approximation, corrected for ties, without continuity correction (as SPSS NPAR TESTS prints it). */
export interface RankTest {
  readonly statistic: number | null;
  readonly z: number | null;
  readonly p: number | null;
}

export interface IndependentTest {
  readonly n: readonly [number, number];
  readonly mean: readonly [number, number];
  readonly sd: readonly [number | null, number | null];
  readonly equal: TResult;
  readonly welch: TResult;
  readonly levene: { readonly f: number | null; readonly p: number | null };
  readonly cohenD: number | null;
  readonly hedgesG: number | null;
  readonly difference: number;
  /** Standard errors of the two means. */
  readonly se: readonly [number | null, number | null];
  /** Exact, at 95 %. */
  readonly cohenDInterval: readonly [number, number] | null;
  readonly hedgesGInterval: readonly [number, number] | null;
  /** The difference over the root of the mean variance; over the second group's SD (Glass 1976). */
  readonly averageD: number | null;
  readonly glassDelta: number | null;
  readonly eta2: number | null;
  /** U is the smaller of the two. */
  readonly mannWhitney: RankTest;
  /** U of the first group: pairs in which its case has the larger value, ties counting one half. */
  readonly u: number;
  /** 2U/(n₁n₂) − 1, and U/(n₁n₂). */
  readonly rankBiserial: number;
  readonly superiority: number;
}

export interface PairedTest extends TResult {
  readonly n: number;
  readonly meanDifference: number;
  readonly sdDifference: number | null;
  readonly r: number | null;
  readonly mean: readonly [number, number];
  readonly sd: readonly [number | null, number | null];
  /** Mean difference over the SD of the differences, with its exact interval at 95 %; and by Hedges's correction. */
  readonly cohenDz: number | null;
  readonly cohenDzInterval: readonly [number, number] | null;
  readonly hedgesGz: number | null;
  /** Mean difference over the root of the mean of the two variances. */
  readonly averageD: number | null;
  /** V: the sum of ranks of the positive differences; differences of zero are left out. */
  readonly wilcoxon: RankTest;
}

export interface OneSampleTest extends TResult {
  readonly n: number;
  readonly mean: number;
  readonly sd: number | null;
  readonly difference: number;
  readonly cohenD: number | null;
  /** Exact, at 95 %. */
  readonly cohenDInterval: readonly [number, number] | null;
  readonly hedgesG: number | null;
  readonly hedgesGInterval: readonly [number, number] | null;
}

/**
 * Compares the means of two independent groups, `a` minus `b` (NaN: missing). Null when a group has no case. Student's t with the
 * pooled variance; Welch 1947 (Biometrika 34:28–35) with the groups' own; Cohen's d with the pooled SD and Hedges's g with the exact
 * correction Γ(m/2)/(√(m/2)·Γ((m−1)/2)), m = n₁+n₂−2 (Hedges 1981, J. Educ. Statist. 6:107–128, equation 6e); the interval of d from the
 * non-central t (Steiger & Fouladi 1997), of g by the same correction; η² = t²/(t² + df); Mann–Whitney U.
 */
export function independentTest(a: Float64Array, b: Float64Array): IndependentTest | null {
  const given = [validNumbers(a), validNumbers(b)] as const;
  const offset = commonOffset(joined(...given));
  const [x, y] = given.map((values) => withoutOffset(values, offset)) as [Float64Array, Float64Array];
  if (x.length === 0 || y.length === 0) return null;
  const first = groupOf('1', x);
  const second = groupOf('2', y);
  const { ranks, ties } = ranksOf(joined(x, y));
  const u = sum(ranks.subarray(0, first.n)) - (first.n * (first.n + 1)) / 2;
  return independentTestOf(first, second, offset, { levene: leveneTest([first, second], (group) => group.mean), u, ties });
}

/**
 * The same of two groups from what they were summed up to, less `offset`: U of the first, Σ(t³ − t) over the tied values, and the test of
 * their spread.
 */
export function independentTestOf(
  first: GroupMoments,
  second: GroupMoments,
  offset: number,
  { levene, u, ties }: { readonly levene: IndependentTest['levene']; readonly u: number; readonly ties: number },
): IndependentTest {
  return {
    ...testOfMeans(first, second),
    mean: [first.mean + offset, second.mean + offset],
    levene: { f: levene.f, p: levene.p },
    mannWhitney: mannWhitney(u, first.n, second.n, ties),
    u,
    rankBiserial: (2 * u) / (first.n * second.n) - 1,
    superiority: u / (first.n * second.n),
  };
}

/** The same of two groups of which their moments are known: what needs ranks or deviations is not there, and whoever reads it is told. */
export const independentTestOfMoments = (first: GroupMoments, second: GroupMoments): IndependentTest =>
  lackingFields(testOfMeans(first, second) as IndependentTest, ['levene', 'mannWhitney', 'u', 'rankBiserial', 'superiority']);

function testOfMeans(first: GroupMoments, second: GroupMoments) {
  const difference = first.mean - second.mean;
  const df = first.n + second.n - 2;
  const pooled = (first.ss + second.ss) / df;
  const va = first.variance / first.n;
  const vb = second.variance / second.n;
  const d = difference / Math.sqrt(pooled);
  const equal = tResult(difference, Math.sqrt(pooled * (1 / first.n + 1 / second.n)), df);
  const cohenDInterval = standardisedInterval(equal, Math.sqrt(1 / first.n + 1 / second.n));
  const average = (first.variance + second.variance) / 2;
  return {
    n: [first.n, second.n] as const,
    mean: [first.mean, second.mean] as const,
    sd: [finite(Math.sqrt(first.variance)), finite(Math.sqrt(second.variance))] as const,
    se: [finite(Math.sqrt(va)), finite(Math.sqrt(vb))] as const,
    difference,
    equal,
    welch: tResult(difference, Math.sqrt(va + vb), square(va + vb) / (square(va) / (first.n - 1) + square(vb) / (second.n - 1))),
    cohenD: finite(d),
    hedgesG: finite(d * hedgesCorrection(df)),
    cohenDInterval,
    hedgesGInterval: corrected(cohenDInterval, df),
    averageD: finite(difference / Math.sqrt(average)),
    glassDelta: finite(difference / Math.sqrt(second.variance)),
    eta2: equal.t === null ? null : finite(1 / (1 + df / square(equal.t))),
  };
}

/** Compares two measurements of the same cases, `x` minus `y`, over the rows that have both. Null when there is none. */
export function pairedTest(x: Float64Array, y: Float64Array): PairedTest | null {
  const differences = validNumbers(x.map((value, row) => value - y[row]!));
  if (differences.length === 0) return null;
  const group = groupOf('difference', differences);
  const sd = Math.sqrt(group.variance);
  const both = x.map((value, row) => (Number.isNaN(value + y[row]!) ? NaN : row)).filter((row) => !Number.isNaN(row));
  const offset = commonOffset([...validNumbers(x), ...validNumbers(y)]);
  const of = (values: Float64Array): Group =>
    groupOf(
      '',
      withoutOffset(
        Float64Array.from(both, (row) => values[row]!),
        offset,
      ),
    );
  const [a, b] = [of(x), of(y)];
  const test = tResult(group.mean, sd / Math.sqrt(group.n), group.n - 1);
  const dz = group.mean / sd;
  return {
    n: group.n,
    meanDifference: group.mean,
    sdDifference: finite(sd),
    r: finite(correlationOf(momentsOf([x, y]))[0]![1]!),
    mean: [a.mean + offset, b.mean + offset],
    sd: [finite(Math.sqrt(a.variance)), finite(Math.sqrt(b.variance))],
    ...test,
    cohenDz: finite(dz),
    cohenDzInterval: standardisedInterval(test, 1 / Math.sqrt(group.n)),
    hedgesGz: finite(dz * hedgesCorrection(group.n - 1)),
    averageD: finite(group.mean / Math.sqrt((a.variance + b.variance) / 2)),
    wilcoxon: signedRanks(differences),
  };
}

/** Compares a mean with `value`; the interval is that of the difference. Null when there is no number. */
export function oneSampleTest(values: Float64Array, value: number): OneSampleTest | null {
  const x = validNumbers(values);
  if (x.length === 0) return null;
  const group = groupOf('sample', x);
  const sd = Math.sqrt(group.variance);
  const difference = group.mean - value;
  const test = tResult(difference, sd / Math.sqrt(group.n), group.n - 1);
  const d = difference / sd;
  const cohenDInterval = standardisedInterval(test, 1 / Math.sqrt(group.n));
  return {
    n: group.n,
    mean: group.mean,
    sd: finite(sd),
    difference,
    ...test,
    cohenD: finite(d),
    cohenDInterval,
    hedgesG: finite(d * hedgesCorrection(group.n - 1)),
    hedgesGInterval: corrected(cohenDInterval, group.n - 1),
  };
}

/** The noncentralities between which t lies in the middle 95 %, in units of the standardised difference. */
function standardisedInterval({ t, df }: TResult, unit: number): readonly [number, number] | null {
  if (t === null || df === null) return null;
  return finitePair(noncentralityOfT(t, df, 0.975) * unit, noncentralityOfT(t, df, 0.025) * unit);
}

function corrected(interval: readonly [number, number] | null, df: number): readonly [number, number] | null {
  return interval === null ? null : finitePair(interval[0] * hedgesCorrection(df), interval[1] * hedgesCorrection(df));
}

function validNumbers(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}

function tResult(difference: number, se: number, df: number): TResult {
  // Without spread there is nothing to test against, whatever the difference.
  if (!(se > 0) || !(df > 0) || !Number.isFinite(df))
    return { t: null, df: df > 0 ? finite(df) : null, p: null, se: finite(se), low: null, high: null };
  const half = tQuantile(0.975, df) * se;
  const t = difference / se;
  return { t: finite(t), df, p: finite(tTwoSided(t, df)), se, low: finite(difference - half), high: finite(difference + half) };
}

/** Γ(m/2)/(√(m/2)·Γ((m−1)/2)) by the errors of Stirling's formula: nothing cancels for large m. Defined from m = 2. */
export function hedgesCorrection(m: number): number {
  if (!(m > 1)) return NaN;
  const a = m / 2;
  return exp(stirlingError(a) - stirlingError(a - 0.5) - (a - 1) * log1p(-0.5 / a) - 0.5);
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function mannWhitney(u: number, ofFirst: number, ofSecond: number, ties: number): RankTest {
  const n = ofFirst + ofSecond;
  const product = ofFirst * ofSecond;
  const z = (u - product / 2) / Math.sqrt((product / 12) * (n + 1 - ties / (n * (n - 1))));
  return { statistic: Math.min(u, product - u), z: finite(z), p: finite(2 * normalUpper(Math.abs(z))) };
}

function signedRanks(differences: Float64Array): RankTest {
  const others = differences.filter((value) => value !== 0);
  const n = others.length;
  const { ranks, ties } = ranksOf(others.map(Math.abs));
  const v = sum(ranks.filter((_, i) => others[i]! > 0));
  const z = (v - (n * (n + 1)) / 4) / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  return { statistic: v, z: finite(z), p: finite(2 * normalUpper(Math.abs(z))) };
}
