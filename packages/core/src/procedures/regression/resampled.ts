// Coefficients of least squares in samples of the cases drawn with replacement. The intervals are bootstrap.ts'.
import type { Codes } from '../../counts/points.ts';
import { solvePositive } from '../../numerics/linear-algebra.ts';
import { countedProducts, drawnCounts } from './bootstrap.ts';

export interface Resampled {
  /** Per coefficient, the intercept first: a value a usable sample. */
  readonly replicates: readonly Float64Array[];
  /** Per coefficient: the estimate without each case in turn; null unless asked for, or where a case determines a coefficient. */
  readonly leftOut: readonly Float64Array[] | null;
  /** Samples in which a predictor did not vary or was determined by others. */
  readonly unusable: number;
}

/**
 * Pairs of predictors and outcome are drawn, so that neither equal variances nor normal residuals are assumed (Efron & Tibshirani 1993,
 * An Introduction to the Bootstrap, ch. 9). `columns`: the predictors, and the outcome last.
 */
export function resampledCoefficients(
  columns: readonly Float64Array[],
  draws: number,
  integer: (below: number) => number,
  jackknife: boolean,
): Resampled {
  const n = columns[0]!.length;
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / n);
  const centred = columns.map((column, j) => column.map((value) => value - means[j]!));
  const found: number[][] = [];
  for (let draw = 0; draw < draws; draw++) {
    const b = coefficients(centred, means, drawnCounts(n, integer));
    if (b !== null) found.push(b);
  }
  return {
    replicates: means.map((_, j) => Float64Array.from(found, (b) => b[j]!)),
    leftOut: jackknife ? withoutEach(centred, means) : null,
    unusable: draws - found.length,
  };
}

function withoutEach(centred: readonly Float64Array[], means: readonly number[]): readonly Float64Array[] | null {
  const n = centred[0]!.length;
  const counts = new Int32Array(n).fill(1);
  const found: number[][] = [];
  for (let i = 0; i < n; i++) {
    counts[i] = 0;
    const b = coefficients(centred, means, counts);
    counts[i] = 1;
    if (b === null) return null;
    found.push(b);
  }
  return means.map((_, j) => Float64Array.from(found, (b) => b[j]!));
}

function coefficients(centred: readonly Float64Array[], means: readonly number[], counts: Codes): number[] | null {
  const k = centred.length - 1;
  const products = countedProducts(centred, counts);
  const slopes = solvePositive(
    products.slice(0, k).map((row) => row.slice(0, k)),
    products[k]!.slice(0, k),
  );
  if (slopes === null) return null;
  let n = 0;
  const sums = centred.map(() => 0);
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] === 0) continue;
    n += counts[i]!;
    for (let j = 0; j <= k; j++) sums[j] = sums[j]! + counts[i]! * centred[j]![i]!;
  }
  const mean = (j: number): number => means[j]! + sums[j]! / n;
  return [slopes.reduce((sum, slope, j) => sum - slope * mean(j), mean(k)), ...slopes];
}
