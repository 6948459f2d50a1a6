// Common factors of a correlation matrix, unrotated: principal axes (and minres, where they stand still). Components are components.ts;
// maximum likelihood is likelihood.ts.
import { inverseSymmetric, solve, symmetricEigen, type Matrix } from '../../numerics/linear-algebra.ts';
import { square } from '../../numerics/powers.ts';
import { communalitiesOf } from './components.ts';
import { arrange, orderAndSigns } from './varimax.ts';

export interface Extraction {
  /** Items × k, columns by sum of squares, each column's sum ≥ 0. */
  readonly loadings: number[][];
  readonly communalities: readonly number[];
  /** Where the iterations began: squared multiple correlations. */
  readonly initial: readonly number[];
  /** Where SPSS's rule (no communality changes by .001, or 25 sweeps) stops; the values go on to convergence. */
  readonly spssStop: { readonly iterations: number; readonly communalities: readonly number[] };
  /** Σ_{i<j} of the squared residual correlations. */
  readonly discrepancy: number;
  readonly converged: boolean;
  /** Items whose communality exceeds 1: an improper solution. */
  readonly heywood: readonly number[];
}

const MOST_SWEEPS = 2000;
const SPSS_SWEEPS = 25;
const SWEEPS_BEYOND = 200;
/** After so many sweeps the region is found, and Newton's method may finish. */
const SWEEPS_BEFORE_NEWTON = 25;

/** 1 − 1/rⁱⁱ, the share of each item that the others determine; null when R has no inverse. */
export function squaredMultipleCorrelations(correlation: Matrix): number[] | null {
  const inverse = inverseSymmetric(correlation);
  return inverse === null ? null : inverse.map((row, i) => 1 - 1 / row[i]!);
}

/**
 * Principal axes, iterated from the squared multiple correlations (Harman 1976, Modern Factor Analysis, ch. 8; IBM SPSS Statistics
 * Algorithms, FACTOR, PAF): eigenvectors of R with the communalities in its diagonal, times √eigenvalue; their row sums of squares are the
 * next communalities, until none changes by 1e-13. Where that stands still, Σ_{i<j}(rᵢⱼ − r̂ᵢⱼ)² has its minimum: minres and unweighted
 * least squares are the same loadings (Harman & Jones 1966, Psychometrika 31:351–368), and Newton's method on it ends slow cases. A
 * communality above 1 is left there, and named. Null when R has no inverse or has no k factors.
 */
export function principalAxis(correlation: Matrix, k: number): Extraction | null {
  const initial = squaredMultipleCorrelations(correlation);
  if (initial === null || k < 1 || k > correlation.length) return null;
  let here = axesAt(correlation, initial, k);
  let spssStop: Extraction['spssStop'] | null = null;
  let converged = false;
  for (let sweep = 1; sweep <= MOST_SWEEPS && here !== null; sweep++) {
    if (spssStop === null && (here.largest < 1e-3 || sweep === SPSS_SWEEPS)) spssStop = { iterations: sweep, communalities: here.next };
    converged = here.largest < 1e-13;
    if (converged) break;
    // As SPSS has it, an iteration that has gone beyond 1 is not followed for ever.
    if (sweep > SWEEPS_BEYOND && here.next.some((value) => value > 1)) break;
    const leap = sweep > SWEEPS_BEFORE_NEWTON ? newtonStep(here, k) : null;
    const there = leap === null ? null : axesAt(correlation, leap, k);
    const better = there !== null && there.largest < 0.5 * here.largest && there.loss <= here.loss;
    // What Newton cannot better any more is rounding.
    if (!better && here.largest < 1e-11) {
      converged = true;
      break;
    }
    here = better ? there : axesAt(correlation, here.next, k);
  }
  if (here === null || spssStop === null) return null;
  const { order, signs } = orderAndSigns(here.loadings);
  const loadings = arrange(here.loadings, order, signs);
  const communalities = communalitiesOf(loadings);
  return {
    loadings,
    communalities,
    initial,
    spssStop,
    discrepancy: here.loss,
    converged,
    heywood: communalities.flatMap((value, i) => (value > 1 + 1e-8 ? [i] : [])),
  };
}

interface Axes {
  readonly from: readonly number[];
  readonly values: readonly number[];
  readonly vectors: Matrix;
  readonly loadings: number[][];
  readonly next: readonly number[];
  /** By how much a communality changes, at most. */
  readonly largest: number;
  /** ½·Σ of the squared eigenvalues that are left out. */
  readonly loss: number;
}

function axesAt(correlation: Matrix, communalities: readonly number[], k: number): Axes | null {
  if (communalities.some((value) => !Number.isFinite(value) || Math.abs(value) > 1e3)) return null;
  const { values, vectors } = symmetricEigen(correlation.map((row, i) => row.map((r, j) => (i === j ? communalities[i]! : r))));
  if (!(values[k - 1]! > 0)) return null;
  const loadings = vectors.map((row) => Array.from({ length: k }, (_, j) => row[j]! * Math.sqrt(values[j]!)));
  const next = communalitiesOf(loadings);
  return {
    from: communalities,
    values,
    vectors,
    loadings,
    next,
    largest: Math.max(...next.map((value, i) => Math.abs(value - communalities[i]!))),
    loss: values.slice(k).reduce((sum, value) => sum + square(value), 0) / 2,
  };
}

/** Newton's step to where the communalities reproduce themselves, by the second derivatives of the loss; null where there is none. */
function newtonStep({ from, next, values, vectors }: Axes, k: number): number[] | null {
  const p = from.length;
  const hessian = from.map((_, i) =>
    from.map((__, j) => {
      let rest = 0;
      let across = 0;
      for (let m = k; m < p; m++) {
        const own = vectors[i]![m]! * vectors[j]![m]!;
        rest += own;
        for (let l = 0; l < k; l++) across += ((2 * values[m]!) / (values[m]! - values[l]!)) * own * vectors[i]![l]! * vectors[j]![l]!;
      }
      return rest * rest + across;
    }),
  );
  const step = solve(
    hessian,
    from.map((value, i) => [next[i]! - value]),
  );
  return step === null ? null : from.map((value, i) => value + step[i]![0]!);
}
