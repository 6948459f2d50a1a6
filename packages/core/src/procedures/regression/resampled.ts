// Coefficients of least squares in samples of the cases drawn with replacement. The intervals are bootstrap.ts'.
import { coding, type Codes } from '../../counts/points.ts';
import { solvePositive } from '../../numerics/linear-algebra.ts';
import { inShare, tellPart } from '../../numerics/parts.ts';
import { casesOf, countedProducts, productsWithout, type Cases } from './bootstrap.ts';

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
  const cases = casesOf(columns.map((column, j) => column.map((value) => value - means[j]!)));
  const found: number[][] = [];
  // To leave each case out takes about as long as a tenth of the samples.
  const of = jackknife ? draws * 1.1 : draws;
  for (let draw = 0; draw < draws; draw++) {
    tellPart(draw, of);
    const counts = cases.draw(integer);
    const b = coefficients(countedProducts(cases.columns, counts), countedSums(cases.columns, counts), means, n);
    if (b !== null) found.push(b);
  }
  return {
    replicates: means.map((_, j) => Float64Array.from(found, (b) => b[j]!)),
    leftOut: jackknife ? inShare(draws / of, 1, () => withoutEach(cases, means)) : null,
    unusable: draws - found.length,
  };
}

function withoutEach(cases: Cases, means: readonly number[]): readonly Float64Array[] | null {
  const { columns, times, n } = cases;
  const without = productsWithout(cases);
  const totals = columns.map((column) => column.reduce((sum, value, at) => sum + times[at]! * value, 0));
  const sumWithout = (column: Float64Array, j: number, at: number): number =>
    n < coding.from ? column.reduce((sum, value, row) => (row === at ? sum : sum + value), 0) : totals[j]! - column[at]!;
  const found: number[][] = [];
  for (let at = 0; at < times.length; at++) {
    if (at % 1024 === 0) tellPart(at, times.length);
    const b = coefficients(
      without(at),
      columns.map((column, j) => sumWithout(column, j, at)),
      means,
      n - 1,
    );
    if (b === null) return null;
    found.push(b);
  }
  return means.map((_, j) => cases.spread(Float64Array.from(found, (b) => b[j]!)));
}

/** Sums of columns over cases that each count so often. */
function countedSums(columns: readonly Float64Array[], counts: Codes): number[] {
  const sums = columns.map(() => 0);
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] === 0) continue;
    for (let j = 0; j < columns.length; j++) sums[j] = sums[j]! + counts[i]! * columns[j]![i]!;
  }
  return sums;
}

/** Of `n` cases, from the products of their deviations and their sums. */
function coefficients(
  products: readonly (readonly number[])[],
  sums: readonly number[],
  means: readonly number[],
  n: number,
): number[] | null {
  const k = means.length - 1;
  const slopes = solvePositive(
    products.slice(0, k).map((row) => row.slice(0, k)),
    products[k]!.slice(0, k),
  );
  if (slopes === null) return null;
  const mean = (j: number): number => means[j]! + sums[j]! / n;
  return [slopes.reduce((sum, slope, j) => sum - slope * mean(j), mean(k)), ...slopes];
}
