// How many components: eigenvalues above one, parallel analysis and minimum average partial, side by side.
import { power, log } from '../../numerics/exponential.ts';
import { cube, square } from '../../numerics/powers.ts';
import { eigenvaluesInPlace } from '../../numerics/eigenvalues.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { once } from '../../numerics/once.ts';
import { tellPart } from '../../numerics/parts.ts';
import { seededRandom, type SeededRandom } from '../../numerics/random.ts';
import { loadingsOf, principalComponents, type PrincipalComponents } from './components.ts';

export interface ParallelAnalysis {
  /** Leading eigenvalues above the 95th percentile (or the mean) of those of random data of the same size. */
  readonly retained: number;
  readonly retainedByMean: number;
  readonly percentile95: readonly number[];
  readonly means: readonly number[];
  readonly replications: number;
  readonly seed: number;
}

export interface Retention {
  readonly eigenvalues: readonly number[];
  /** Percent of total variance, and cumulative. */
  readonly percent: readonly number[];
  readonly cumulative: readonly number[];
  /** Eigenvalues above 1 (Kaiser 1960). */
  readonly kaiser: number;
  readonly parallel: ParallelAnalysis;
  /** Components that minimise the average squared (fourth-power) partial correlation. */
  readonly map: { readonly squared: number; readonly fourth: number };
}

export const DEFAULT_REPLICATIONS = 200;

/** All rules for one correlation matrix of n cases. `replications` random data sets for the parallel analysis. */
export function retention(
  correlation: Matrix,
  n: number,
  options: { readonly seed: number; readonly replications?: number; readonly components?: PrincipalComponents },
): Retention {
  const components = options.components ?? principalComponents(correlation);
  const { eigenvalues } = components;
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  let running = 0;
  // Simulated, and only sometimes what decides.
  const parallel = once(() => parallelAnalysis(eigenvalues, n, options.seed, options.replications ?? DEFAULT_REPLICATIONS));
  const partials = once(() => minimumAveragePartial(correlation, components));
  const percent = eigenvalues.map((value) => (100 * value) / total);
  return {
    eigenvalues,
    percent,
    cumulative: percent.map((share) => (running += share)),
    kaiser: eigenvalues.filter((value) => value > 1).length,
    get parallel() {
      return parallel();
    },
    get map() {
      return partials();
    },
  };
}

/**
 * Parallel analysis (Horn 1965, Psychometrika 30:179–185; 95th percentile after Glorfeld 1995, Educational and Psychological
 * Measurement 55:377–393) on normal random data. The correlation matrix of n normal rows is drawn directly: its scatter matrix is
 * Wishart, by Bartlett's decomposition (Bartlett 1933; Smith & Hocking 1972, Applied Statistics 21:341–345).
 * Percentile: the ⌈.95·replications⌉-th of the sorted draws.
 */
export function parallelAnalysis(observed: readonly number[], n: number, seed: number, replications: number): ParallelAnalysis {
  const p = observed.length;
  const random = seededRandom(seed);
  const draws = Array.from({ length: p }, () => new Float64Array(replications));
  const factor = new Float64Array(p * p);
  const matrix = new Float64Array(p * p);
  for (let replication = 0; replication < replications; replication++) {
    tellPart(replication, replications);
    drawCorrelation(p, n, random, factor, matrix);
    const values = eigenvaluesInPlace(matrix, p);
    for (let j = 0; j < p; j++) draws[j]![replication] = values[j]!;
  }
  const means = draws.map((values) => values.reduce((sum, value) => sum + value, 0) / replications);
  const percentile95 = draws.map((values) => Float64Array.from(values).sort()[Math.max(0, Math.ceil(0.95 * replications) - 1)]!);
  const leading = (limits: readonly number[]): number => {
    const at = observed.findIndex((value, j) => value <= limits[j]!);
    return at < 0 ? p : at;
  };
  return { retained: leading(percentile95), retainedByMean: leading(means), percentile95, means, replications, seed };
}

/** Draws the lower triangle of a random correlation matrix into `matrix`; `factor` is the room it needs. */
function drawCorrelation(p: number, n: number, random: SeededRandom, factor: Float64Array, matrix: Float64Array): void {
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) factor[i * p + j] = random.normal();
    factor[i * p + i] = Math.sqrt(2 * gammaDraw(Math.max(0.5, (n - 1 - i) / 2), random));
  }
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0, a = i * p, b = j * p; k <= j; k++, a++, b++) sum += factor[a]! * factor[b]!;
      matrix[i * p + j] = sum;
    }
  }
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) matrix[i * p + j] = matrix[i * p + j]! / Math.sqrt(matrix[i * p + i]! * matrix[j * p + j]!);
  }
  for (let i = 0; i < p; i++) matrix[i * p + i] = 1;
}

/** Gamma(shape, 1), shape ≥ ½ (Marsaglia & Tsang 2000, ACM TOMS 26:363–372; below 1 by their boost). */
function gammaDraw(shape: number, random: SeededRandom): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * power(1 - random.uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = cube(1 + c * x);
    if (v > 0 && log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}

export interface AveragePartials {
  readonly squared: number;
  readonly fourth: number;
  readonly averagesSquared: readonly number[];
  readonly averagesFourth: readonly number[];
}

/**
 * Minimum average partial (Velicer 1976, Psychometrika 41:321–327; fourth power after Velicer, Eaton & Fava 2000). The averages
 * start with no component partialled out and stop where a partial variance is used up.
 */
export function minimumAveragePartial(
  correlation: Matrix,
  components: PrincipalComponents = principalComponents(correlation),
): AveragePartials {
  const p = correlation.length;
  const loadings = loadingsOf(components, p);
  const rest = correlation.map((row) => [...row]);
  const averagesSquared: number[] = [];
  const averagesFourth: number[] = [];
  for (let m = 0; m < p; m++) {
    if (rest.some((row, i) => !(row[i]! > 1e-12))) break;
    let second = 0;
    let fourth = 0;
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        if (i === j) continue;
        const squared = square(rest[i]![j]!) / (rest[i]![i]! * rest[j]![j]!);
        second += squared;
        fourth += squared * squared;
      }
    }
    averagesSquared.push(second / (p * (p - 1)));
    averagesFourth.push(fourth / (p * (p - 1)));
    if (m === p - 1) break;
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) rest[i]![j] = rest[i]![j]! - loadings[i]![m]! * loadings[j]![m]!;
  }
  const least = (values: readonly number[]): number => values.indexOf(Math.min(...values));
  return { squared: least(averagesSquared), fourth: least(averagesFourth), averagesSquared, averagesFourth };
}
