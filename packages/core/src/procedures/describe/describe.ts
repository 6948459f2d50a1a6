// Item statistics of one variable: moments of the distribution and percentiles, as SPSS DESCRIPTIVES and FREQUENCIES print them.
import { coding, lengthOf, tallyIn, type Points } from '../../counts/points.ts';
import { scaleOf } from '../../counts/scaled.ts';
import { cube, square } from '../../numerics/powers.ts';
import { tQuantile } from '../../numerics/distributions.ts';
import { areOneNumber, isConstant } from '../../numerics/constant.ts';
import { finite } from '../../numerics/finite.ts';
import { commonOffset, sum, withoutOffset } from '../../numerics/sums.ts';
import { linearOf, type Linear } from '../../rowless/columns.ts';
import { distributionOf, endsOfLinear, isMeasure, isSingle, momentsOfLinear, rowsIn } from '../../rowless/linear.ts';
import { lackingFields, NeedsRows, orReason } from '../../rowless/needs-rows.ts';
import { wholeSums } from './level-sums.ts';

export interface Description {
  /** Valid rows, or the sum of their weights. */
  readonly n: number;
  readonly missing: number;
  /** Valid rows, weighted or not. */
  readonly rows: number;
  readonly mean: number | null;
  readonly se: number | null;
  readonly sd: number | null;
  readonly variance: number | null;
  readonly skewness: number | null;
  readonly seSkewness: number | null;
  readonly kurtosis: number | null;
  readonly seKurtosis: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly range: number | null;
  readonly sum: number | null;
  readonly median: number | null;
  readonly q25: number | null;
  readonly q75: number | null;
  readonly mode: number | null;
  /** Of a sample that was drawn by a design: design effect and Kish's n of the mean. */
  readonly drawn?: { readonly deff: number | null; readonly kishN: number | null };
}

/**
 * Describes the numbers of `values` (NaN: missing). `weights` are frequency weights (SPSS WEIGHT BY): W = Σw takes the place of n; a
 * row whose weight is missing or not positive does not count.
 *
 * SD with n − 1; skewness G1 and excess kurtosis G2 with their standard errors (Fisher's k-statistics; Joanes & Gill 1998, The
 * Statistician 47:183–189; IBM SPSS Statistics Algorithms, DESCRIPTIVES), from n = 3 and n = 4 on and null for a constant; percentiles
 * at (W + 1)p with interpolation (SPSS HAVERAGE, R type 6); the mode is the smallest of several.
 */
export function describe(values: Float64Array, weights?: Float64Array): Description {
  const counted = linearOf(values);
  if (counted !== null) return describeCounted(counted);
  const { x, w } = validOf(values, weights);
  const rows = x.length;
  const missing = weights === undefined ? values.length - rows : countMissing(values);
  if (rows === 0) {
    return {
      n: 0,
      missing,
      rows,
      mean: null,
      se: null,
      sd: null,
      variance: null,
      skewness: null,
      seSkewness: null,
      kurtosis: null,
      seKurtosis: null,
      min: null,
      max: null,
      range: null,
      sum: null,
      median: null,
      q25: null,
      q75: null,
      mode: null,
    };
  }
  const n = w === null ? rows : sum(w);
  const total = sum(weighted(x, w));
  const offset = commonOffset(x);
  const near = withoutOffset(x, offset);
  const centre = meanOf(near, w, n, offset === 0 ? total : sum(weighted(near, w)));
  const mean = offset + centre;
  // Of a constant, nothing but rounding would be left.
  const deviations = isConstant(x) ? new Float64Array(rows) : shifted(near, centre);
  const rest = sum(weighted(deviations, w));
  const m2 = sum(weighted(powersOf(deviations, square), w)) - (rest * rest) / n;
  const m3 = sum(weighted(powersOf(deviations, cube), w));
  const m4 = sum(weighted(powersOf(deviations, fourth), w));
  const variance = n > 1 ? m2 / (n - 1) : NaN;
  const sd = Math.sqrt(variance);
  const enoughForSkewness = n > 2;
  const enoughForKurtosis = n > 3;
  const sorted = w === null ? distinctOf(x) : weightedDistinct(x, w);
  const min = sorted.values[0]!;
  const max = sorted.values.at(-1)!;
  return {
    n,
    missing,
    rows,
    mean: finite(mean),
    se: finite(sd / Math.sqrt(n)),
    sd: finite(sd),
    variance: finite(variance),
    skewness: enoughForSkewness ? finite((n * m3) / ((n - 1) * (n - 2) * cube(sd))) : null,
    ...shapeErrors(n),
    kurtosis: enoughForKurtosis
      ? finite((n * (n + 1) * m4 - 3 * m2 * m2 * (n - 1)) / ((n - 1) * (n - 2) * (n - 3) * square(variance)))
      : null,
    min,
    max,
    range: max - min,
    sum: finite(total),
    median: percentile(sorted, n, 0.5),
    q25: percentile(sorted, n, 0.25),
    q75: percentile(sorted, n, 0.75),
    mode: modeOf(sorted),
  };
}

/** One answer a row: all of it from the counts of its values. A measure: what its sums tell; a sum of answers needs rows. */
function describeCounted(column: Linear): Description {
  if (isMeasure(column)) return describeMeasure(column);
  if (!isSingle(column)) throw new NeedsRows();
  const { values, counts, missing, n } = distributionOf(column);
  return { ...describe(values, counts), missing, rows: n };
}

/** What needs each number is not there: whoever reads it is told so. */
function describeMeasure(column: Linear): Description {
  const { n, means, cross } = momentsOfLinear([column]);
  const missing = rowsIn(column) - n;
  if (n === 0) return { ...describe(new Float64Array(0)), missing };
  const mean = means[0]!;
  const variance = n > 1 ? cross[0]![0]! / (n - 1) : NaN;
  const sd = Math.sqrt(variance);
  const ends = orReason(() => endsOfLinear(column));
  const known = 'value' in ends ? ends.value : null;
  const found: Description = {
    n,
    missing,
    rows: n,
    mean: finite(mean),
    se: finite(sd / Math.sqrt(n)),
    sd: finite(sd),
    variance: finite(variance),
    skewness: null,
    ...shapeErrors(n),
    kurtosis: null,
    min: known?.low ?? null,
    max: known?.high ?? null,
    range: known === null ? null : known.high - known.low,
    sum: finite(n * mean),
    median: null,
    q25: null,
    q75: null,
    mode: null,
  };
  const lacking = lackingFields(found, ['skewness', 'kurtosis', 'median', 'q25', 'q75', 'mode']);
  return 'reason' in ends ? lackingFields(lacking, ['min', 'max', 'range'], ends.reason) : lacking;
}

/** Standard errors of skewness and kurtosis, from n = 3 and n = 4 on. */
function shapeErrors(n: number): Pick<Description, 'seSkewness' | 'seKurtosis'> {
  const seSkewness = n > 2 ? Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3))) : NaN;
  const seKurtosis = n > 3 ? Math.sqrt((4 * (n * n - 1) * square(seSkewness)) / ((n - 3) * (n + 5))) : NaN;
  return { seSkewness: finite(seSkewness), seKurtosis: finite(seKurtosis) };
}

/**
 * The same of points: every value as often as its code occurs. Values ascending, and what is one value by two codes counted together: the
 * same bytes whatever order the codes have.
 */
export function describePoints(points: Points): Description {
  const { values } = points;
  const counts = tallyIn(points).subarray(0, values.length);
  const valid = validOf(values, counts);
  const sorted = weightedDistinct(valid.x, valid.w!);
  const found = describe(sorted.values, sorted.weights);
  return { ...found, rows: found.n, missing: lengthOf(points) - found.n };
}

export interface Summary {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Standard error of the mean, and the ends of its 95 % interval by t on n − 1. */
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of a sample that was drawn by a design: design effect and Kish's n of the mean. */
  readonly drawn?: { readonly deff: number | null; readonly kishN: number | null };
}

/**
 * The part of `describe` that needs no order: the same numbers, much sooner. The sums are those of numerics/sums, added up in three passes
 * instead of nine.
 */
export function summarize(values: Float64Array): Summary {
  const counted = linearOf(values);
  if (counted !== null) return summarizeCounted(counted);
  if (values.length >= coding.from) return summaryOfMany(values);
  let n = 0;
  let min = Infinity;
  let max = -Infinity;
  let total = 0;
  let lost = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    n++;
    if (value < min) min = value;
    if (value > max) max = value;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  const rough = (total + lost) / n;
  const constant = areOneNumber(min, max);
  const mean = constant ? min : rough + aboutCentre(values, rough).rest / n;
  const { rest, squares } = constant ? { rest: 0, squares: 0 } : aboutCentre(values, mean);
  return summaryOf({ n, mean, m2: squares - (rest * rest) / n, min, max });
}

/** Of many rows in one pass, and of scores from what they are a linear map of. */
function summaryOfMany(values: Float64Array): Summary {
  const { base, factor, at } = scaleOf(values);
  const { n, centre, rest, squares, lowest, highest } = wholeSums(base);
  const [min, max] = [at(lowest), at(highest)];
  if (n === 0 || areOneNumber(min, max)) return summaryOf({ n, mean: min, m2: 0, min, max });
  return summaryOf({ n, mean: at(centre + rest / n), m2: square(factor) * (squares - square(rest) / n), min, max });
}

/** From the sum of squared deviations. */
export function summaryOf({ n, mean, m2, min, max }: Record<'n' | 'mean' | 'm2' | 'min' | 'max', number>): Summary {
  if (n === 0) return { n, mean: null, sd: null, min: null, max: null, se: null, low: null, high: null };
  const sd = n > 1 ? Math.sqrt(m2 / (n - 1)) : NaN;
  const se = sd / Math.sqrt(n);
  const half = n > 1 ? upperT(n - 1) * se : NaN;
  return { n, mean: finite(mean), sd: finite(sd), min, max, se: finite(se), low: finite(mean - half), high: finite(mean + half) };
}

function summarizeCounted(column: Linear): Summary {
  const { n, means, cross } = momentsOfLinear([column]);
  if (n === 0) return { n, mean: null, sd: null, min: null, max: null, se: null, low: null, high: null };
  const mean = means[0]!;
  const sd = n > 1 ? Math.sqrt(cross[0]![0]! / (n - 1)) : NaN;
  const se = sd / Math.sqrt(n);
  const half = n > 1 ? upperT(n - 1) * se : NaN;
  const known = { n, mean: finite(mean), sd: finite(sd), se: finite(se), low: finite(mean - half), high: finite(mean + half) };
  const ends = orReason(() => endsOfLinear(column));
  if ('value' in ends) return { ...known, min: ends.value.low, max: ends.value.high };
  return lackingFields({ ...known, min: null, max: null }, ['min', 'max'], ends.reason);
}

/**
 * The .975 quantile of t: groups of a survey have the same sizes again and again, and finding a quantile takes longer than summing a group
 * up.
 */
const quantiles = new Map<number, number>();
function upperT(df: number): number {
  const known = quantiles.get(df);
  if (known !== undefined) return known;
  const found = tQuantile(0.975, df);
  quantiles.set(df, found);
  return found;
}

/** Compensated sums of the deviations from a centre and of their squares. */
function aboutCentre(values: Float64Array, centre: number): { rest: number; squares: number } {
  let rest = 0;
  let restLost = 0;
  let squares = 0;
  let squaresLost = 0;
  for (let row = 0; row < values.length; row++) {
    const deviation = values[row]! - centre;
    if (Number.isNaN(deviation)) continue;
    const next = rest + deviation;
    restLost += Math.abs(rest) >= Math.abs(deviation) ? rest - next + deviation : deviation - next + rest;
    rest = next;
    const square = deviation * deviation;
    const sum = squares + square;
    squaresLost += squares >= square ? squares - sum + square : square - sum + squares;
    squares = sum;
  }
  return { rest: rest + restLost, squares: squares + squaresLost };
}

/** Loops, here and below: the methods of typed arrays take ten times as long. */
function shifted(x: Float64Array, by: number): Float64Array {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = x[i]! - by;
  return out;
}

const fourth = (d: number): number => square(d * d);

function powersOf(x: Float64Array, power: (d: number) => number): Float64Array {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = power(x[i]!);
  return out;
}

function validOf(values: Float64Array, weights: Float64Array | undefined): { x: Float64Array; w: Float64Array | null } {
  const x = new Float64Array(values.length);
  const w = weights === undefined ? null : new Float64Array(values.length);
  let n = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!) || (weights !== undefined && !(weights[row]! > 0 && weights[row]! < Infinity))) continue;
    if (w !== null) w[n] = weights![row]!;
    x[n++] = values[row]!;
  }
  return { x: x.subarray(0, n), w: w === null ? null : w.subarray(0, n) };
}

function countMissing(values: Float64Array): number {
  let count = 0;
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) count++;
  return count;
}

function weighted(values: Float64Array, weights: Float64Array | null): Float64Array {
  if (weights === null) return values;
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = values[i]! * weights[i]!;
  return out;
}

/** The mean, refined once by the mean of the deviations; a constant's is the constant itself. */
function meanOf(x: Float64Array, w: Float64Array | null, n: number, total: number): number {
  const first = x[0]!;
  if (isConstant(x)) return first;
  const rough = total / n;
  return rough + sum(weighted(shifted(x, rough), w)) / n;
}

/** Distinct values, ascending, how much each weighs, and all up to it. */
interface Distinct {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly upTo: Float64Array;
}

function distinctOf(x: Float64Array): Distinct {
  const sorted = x.slice().sort();
  const found = { values: sorted, weights: new Float64Array(sorted.length), upTo: new Float64Array(sorted.length) };
  let count = 0;
  // Distinct values are written over the sorted ones: there are never more of them.
  for (let at = 0; at < sorted.length; count++) {
    const value = sorted[at]!;
    const from = at;
    while (at < sorted.length && sorted[at] === value) at++;
    found.values[count] = value;
    found.weights[count] = at - from;
    found.upTo[count] = at;
  }
  return { values: sorted.subarray(0, count), weights: found.weights.subarray(0, count), upTo: found.upTo.subarray(0, count) };
}

/** Weights of one value are added up in the order of the rows; of the two zeros the first one stands for both. */
function weightedDistinct(x: Float64Array, w: Float64Array): Distinct {
  const { values, weights, upTo } = distinctOf(x);
  weights.fill(0);
  for (let row = 0; row < x.length; row++) {
    const at = placesBelow(values, x[row]!);
    if (weights[at] === 0) values[at] = x[row]!;
    weights[at] = weights[at]! + w[row]!;
  }
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    total += weights[at]!;
    upTo[at] = total;
  }
  return { values, weights, upTo };
}

/** How many of some ascending numbers are below a limit. */
function placesBelow(ascending: Float64Array, limit: number): number {
  let low = 0;
  for (let high = ascending.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The smallest of several. */
function modeOf({ values, weights }: Distinct): number {
  let best = 0;
  for (let at = 1; at < weights.length; at++) if (weights[at]! > weights[best]!) best = at;
  return values[best]!;
}

/**
 * The value at position (W + 1)p of the ordered values, between two of them by linear interpolation (IBM SPSS Statistics Algorithms,
 * EXAMINE, "HAVERAGE"); beyond either end the end itself.
 */
function percentile({ values, weights, upTo }: Distinct, total: number, p: number): number {
  const position = (total + 1) * p;
  let at = placesBelow(upTo, position);
  if (upTo[at] === position) at++;
  if (at === 0) return values[0]!;
  if (at === values.length) return values[at - 1]!;
  const step = position - upTo[at - 1]!;
  // A weight below 1 takes less than a step of one to arrive at the next value.
  const share = Math.min(1, weights[at]! >= 1 ? step : step / weights[at]!);
  return share * values[at]! + (1 - share) * values[at - 1]!;
}
