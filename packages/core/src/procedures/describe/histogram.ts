// Classes of a number's values for a histogram.
import { tallyIn, type Points } from '../../counts/points.ts';
import { weightedTally } from '../../counts/weighted.ts';
import { decimalExponent, tenTo } from '../../numerics/powers.ts';
import { linearOf } from '../../rowless/columns.ts';
import { distributionOf, isSingle } from '../../rowless/linear.ts';

export interface Histogram {
  /** Ascending; class i reaches from edges[i] to under edges[i + 1], the last one includes its end. One more than counts. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Per cents of the weight, where values have weights. */
  readonly shares?: readonly number[];
  /** Every class is one whole number (its middle). */
  readonly whole: boolean;
}

/** Most classes of one whole number each. */
const WHOLE = 21;

/**
 * Classes of equal, round width (1, 2 or 5 times a power of ten), about as many as Sturges (1926, JASA 21:65–66) has it, ⌈log2 n⌉ + 1;
 * whole numbers over a short range get a class each. Missing values (NaN) are skipped; null when nothing is left, or the values are too
 * large or too close together to be parted. With `weights` only values count that have a positive one.
 */
export function histogramOf(given: Float64Array, weights?: Float64Array): Histogram | null {
  const counted = linearOf(given);
  if (counted !== null) {
    if (!isSingle(counted)) return null;
    const { values: distinct, counts: each } = distributionOf(counted);
    return histogramOfCounts(distinct, (at) => each[at]!);
  }
  const values = weights === undefined ? given : given.map((value, row) => (weights[row]! > 0 ? value : NaN));
  const classes = classesOf(values, () => 1);
  if (classes === null) return null;
  const counts = new Float64Array(classes.edges.length - 1);
  const sums = weights === undefined ? null : counts.slice();
  for (let row = 0; row < values.length; row++) {
    if (!Number.isFinite(values[row]!)) continue;
    const at = classes.classOf(values[row]!);
    counts[at] = counts[at]! + 1;
    if (sums !== null) sums[at] = sums[at]! + weights![row]!;
  }
  const weight = sums?.reduce((total, one) => total + one, 0) ?? 0;
  return {
    edges: classes.edges,
    counts: [...counts],
    ...(sums === null ? {} : { shares: [...sums].map((one) => (100 * one) / weight) }),
    whole: classes.whole,
  };
}

/** The same of points: every value as often as its code occurs. */
export function histogramOfPoints(points: Points, weights?: Float64Array): Histogram | null {
  const { values } = points;
  if (weights === undefined) {
    const tally = tallyIn(points);
    return histogramOfCounts(values, (code) => tally[code]!);
  }
  const { rows, weight } = weightedTally(points.codes, values.length, weights);
  return histogramOfCounts(
    values,
    (code) => rows[code]!,
    (code) => weight[code]!,
  );
}

/** `weighs`: what those of a place weigh together. */
function histogramOfCounts(values: Float64Array, times: (at: number) => number, weighs?: (at: number) => number): Histogram | null {
  const classes = classesOf(values, times);
  if (classes === null) return null;
  const inClasses = (of: (at: number) => number): number[] => {
    const sums = classes.edges.slice(1).map(() => 0);
    for (const [at, value] of values.entries()) if (Number.isFinite(value)) sums[classes.classOf(value)]! += of(at);
    return sums;
  };
  const heavy = weighs === undefined ? null : inClasses(weighs);
  const weight = heavy?.reduce((total, one) => total + one, 0) ?? 0;
  return {
    edges: classes.edges,
    counts: inClasses(times),
    ...(heavy === null ? {} : { shares: heavy.map((one) => (100 * one) / weight) }),
    whole: classes.whole,
  };
}

interface Classes extends Pick<Histogram, 'edges' | 'whole'> {
  readonly classOf: (value: number) => number;
}

/** Of values, each as often as `times` says of its place. */
function classesOf(values: Float64Array, times: (at: number) => number): Classes | null {
  let [n, low, high, whole] = [0, Infinity, -Infinity, true];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (!Number.isFinite(value) || times(at) === 0) continue;
    n += times(at);
    if (value < low) low = value;
    if (value > high) high = value;
    if (whole && !Number.isInteger(value)) whole = false;
  }
  if (n === 0 || high > 1e15 || low < -1e15) return null;
  const each = whole && high - low < WHOLE;
  const width = each ? 1 : roundWidth(high > low ? (high - low) / (bitsOf(n - 1) + 1) : Math.max(1, Math.abs(low)) / 10);
  const start = each ? low - 0.5 : Math.floor(low / width) * width;
  const classes = each
    ? high - low + 1
    : Math.max(1, Math.ceil((high - start) / width - 1e-9), Math.floor((high - start) / width - 1e-9) + 1);
  if (!(width > 0) || start + width === start || classes > 1000) return null;
  return {
    edges: Array.from({ length: classes + 1 }, (_, index) => Number((start + index * width).toPrecision(12))),
    whole: each,
    classOf: (value) => Math.min(classes - 1, Math.max(0, Math.floor((value - start) / width + 1e-9))),
  };
}

/** ⌈log₂(n + 1)⌉ without the rounding of a logarithm. */
function bitsOf(n: number): number {
  return n.toString(2).length * Math.sign(n);
}

/** The smallest of 1, 2, 5 × 10^k that is not less. */
function roundWidth(width: number): number {
  const power = tenTo(decimalExponent(width));
  const step = [1, 2, 5, 10].find((one) => one * power >= width * (1 - 1e-9)) ?? 10;
  return step * power;
}
