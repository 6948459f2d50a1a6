// Bootstrap intervals of any estimate: percentile, bias-corrected, bias-corrected and accelerated; and how cases are drawn.
import { patternsOf } from '../../counts/patterns.ts';
import { coding, type Codes } from '../../counts/points.ts';
import { normalCdf, normalQuantile } from '../../numerics/distributions.ts';
import { quantileOfSorted } from '../describe/quantiles.ts';
import { cube, square } from '../../numerics/powers.ts';

/** Cases to draw samples from. Of many, those that are alike in every column stand once: a sample has the same cases either way. */
export interface Cases {
  /** A number a case, or a pattern of alike ones. */
  readonly columns: readonly Float64Array[];
  /** How many cases each of them stands for. */
  readonly times: Codes;
  /** Of all cases together. */
  readonly n: number;
  /** How often each of them is in a sample of n drawn with replacement. `integer(n)`: a whole number from 0 below n. */
  readonly draw: (integer: (below: number) => number) => Codes;
  /** A number a case from one of each of them. */
  readonly spread: (values: Float64Array) => Float64Array;
}

export function casesOf(columns: readonly Float64Array[]): Cases {
  const n = columns[0]!.length;
  const alike = n < coding.from ? null : patternsOf(columns);
  if (alike === null)
    return {
      columns,
      times: new Int32Array(n).fill(1),
      n,
      draw: (integer) => {
        const counts = new Int32Array(n);
        for (let i = 0; i < n; i++) counts[integer(n)]!++;
        return counts;
      },
      spread: (values) => values,
    };
  const { of, times } = alike;
  return {
    columns: alike.columns,
    times,
    n,
    draw: (integer) => {
      const counts = new Int32Array(times.length);
      for (let i = 0; i < n; i++) counts[of[integer(n)]!]!++;
      return counts;
    },
    spread: (values) => Float64Array.from(of, (pattern) => values[pattern]!),
  };
}

/**
 * Sums of products of deviations from the sample's own means, of columns that are near their means already, over cases that each count so
 * often.
 */
export function countedProducts(columns: readonly Float64Array[], counts: Codes): number[][] {
  const size = columns.length;
  const products = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const sums = Array.from({ length: size }, () => 0);
  let n = 0;
  for (let i = 0; i < counts.length; i++) {
    const times = counts[i]!;
    if (times === 0) continue;
    n += times;
    for (let a = 0; a < size; a++) {
      const value = times * columns[a]![i]!;
      const row = products[a]!;
      sums[a] = sums[a]! + value;
      for (let b = 0; b <= a; b++) row[b] = row[b]! + value * columns[b]![i]!;
    }
  }
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) products[b]![a] = products[a]![b] = products[a]![b]! - (sums[a]! * sums[b]!) / n;
  return products;
}

/**
 * The same without one case of each in turn. Of many what a case adds is taken off the products of all, which is the same to rounding: all
 * of them again for each would take as long as there are cases, squared.
 */
export function productsWithout({ columns, times, n }: Cases): (at: number) => number[][] {
  if (n < coding.from) {
    const counts = times.slice();
    return (at) => {
      counts[at] = counts[at]! - 1;
      const products = countedProducts(columns, counts);
      counts[at] = times[at]!;
      return products;
    };
  }
  const all = countedProducts(columns, times);
  const means = columns.map((column) => column.reduce((sum, value, at) => sum + times[at]! * value, 0) / n);
  const share = n / (n - 1);
  return (at) => {
    const off = columns.map((column, j) => column[at]! - means[j]!);
    return all.map((line, a) => line.map((value, b) => value - share * off[a]! * off[b]!));
  };
}

export interface BootstrapLimits {
  readonly mean: number;
  readonly se: number;
  readonly percentile: readonly [number, number];
  readonly biasCorrected: readonly [number, number] | null;
  readonly accelerated: readonly [number, number] | null;
  readonly bias: number | null;
  readonly acceleration: number | null;
}

/**
 * Percentile limits: type-6 quantiles of the replicates. Bias-corrected ones take them at Φ(2z₀ + z), accelerated ones at
 * Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), with z₀ = Φ⁻¹(share of replicates below the estimate, ties counted half) and a from the estimates
 * that leave one case out, Σd³/(6(Σd²)^1.5), d = their mean − each (Efron 1987, JASA 82:171–185; Efron & Tibshirani 1993, eq. 14.10,
 * 14.14, 14.15). Null below 2 replicates; z₀ is null where all replicates lie on one side of the estimate.
 */
export function bootstrapLimits(
  estimate: number,
  replicates: Float64Array,
  leftOut: Float64Array | null,
  confidence: number,
): BootstrapLimits | null {
  const count = replicates.length;
  if (count < 2) return null;
  const sorted = Float64Array.from(replicates).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const se = Math.sqrt(sorted.reduce((sum, value) => sum + square(value - mean), 0) / (count - 1));
  const tail = (1 - confidence) / 2;
  const share = sorted.reduce((sum, value) => sum + (value < estimate ? 1 : value === estimate ? 0.5 : 0), 0) / count;
  const bias = share > 0 && share < 1 ? normalQuantile(share) : null;
  const acceleration = leftOut === null ? null : accelerationOf(leftOut);
  const moved = (a: number): readonly [number, number] | null => {
    if (bias === null) return null;
    const end = (z: number): number => quantileOfSorted(sorted, normalCdf(bias + (bias + z) / (1 - a * (bias + z))));
    const z = normalQuantile(1 - tail);
    return [end(-z), end(z)];
  };
  return {
    mean,
    se,
    percentile: [quantileOfSorted(sorted, tail), quantileOfSorted(sorted, 1 - tail)],
    biasCorrected: moved(0),
    accelerated: acceleration === null ? null : moved(acceleration),
    bias,
    acceleration,
  };
}

function accelerationOf(leftOut: Float64Array): number | null {
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  const squares = leftOut.reduce((sum, value) => sum + square(mean - value), 0);
  if (squares === 0) return null;
  return leftOut.reduce((sum, value) => sum + cube(mean - value), 0) / (6 * squares * Math.sqrt(squares));
}
