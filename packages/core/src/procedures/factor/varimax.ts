// Varimax rotation, with and without Kaiser's normalisation, and the order and signs of rotated columns.
import { atan2, cos, sin } from '../../numerics/trigonometry.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { communalitiesOf, sumsOfSquares } from './components.ts';

export interface Rotation {
  /** Items × k, ordered by sum of squares (descending), each column's sum ≥ 0. */
  readonly loadings: number[][];
  /** k × k orthogonal: loadings = unrotated · rotation. */
  readonly rotation: number[][];
  /** Sweeps after which SPSS's rule (criterion changes by at most 1e-5) would have stopped; the values go on to convergence. */
  readonly iterations: number;
  readonly converged: boolean;
}

const MAXIMUM_SWEEPS = 1000;

/**
 * Varimax (Kaiser 1958, Psychometrika 23:187–200) by pairwise planar rotations. For columns x, y of the (normalised) loadings:
 * u = x² − y², v = 2xy; A = Σu, B = Σv, C = Σ(u² − v²), D = 2Σuv; the angle is ¼·atan2(D − 2AB/p, C − (A² − B²)/p), which is
 * right in every quadrant (the closed form printed in SPSS's manual is not). Sweeps go on until no angle exceeds 1e-14.
 * Kaiser's normalisation divides each row by the root of its communality and undoes that at the end; an item without
 * communality is left at 0.
 */
export function varimax(unrotated: Matrix, options: { readonly kaiser: boolean }): Rotation {
  return orthomax(unrotated, { ...options, gamma: 1 });
}

/** Quartimax (Neuhaus & Wrigley 1954): the same sweeps without the terms that even out the columns. */
export function quartimax(unrotated: Matrix, options: { readonly kaiser: boolean }): Rotation {
  return orthomax(unrotated, { ...options, gamma: 0 });
}

/** The orthomax family (Saunders 1962): `gamma` 1 is varimax, 0 quartimax, half the number of columns equamax. */
export function orthomax(unrotated: Matrix, { kaiser, gamma }: { readonly kaiser: boolean; readonly gamma: number }): Rotation {
  const p = unrotated.length;
  const k = unrotated[0]?.length ?? 0;
  const roots = communalitiesOf(unrotated).map((h) => (kaiser ? Math.sqrt(h) : 1));
  const work = unrotated.map((row, i) => row.map((value) => (roots[i]! > 0 ? value / roots[i]! : 0)));
  const turn: number[][] = Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : 0)));
  let iterations = 0;
  let criterion = orthomaxCriterion(work, gamma);
  let converged = k < 2;
  for (let sweep = 1; sweep <= MAXIMUM_SWEEPS && !converged; sweep++) {
    let largest = 0;
    for (let a = 0; a < k - 1; a++) {
      for (let b = a + 1; b < k; b++) largest = Math.max(largest, Math.abs(turnPair(work, turn, a, b, p, gamma)));
    }
    const next = orthomaxCriterion(work, gamma);
    if (iterations === 0 && Math.abs(next - criterion) <= 1e-5) iterations = sweep;
    criterion = next;
    converged = largest < 1e-14;
  }
  const loadings = work.map((row, i) => row.map((value) => value * roots[i]!));
  const { order, signs } = orderAndSigns(loadings);
  return { loadings: arrange(loadings, order, signs), rotation: arrange(turn, order, signs), iterations, converged };
}

function turnPair(work: number[][], turn: number[][], a: number, b: number, p: number, gamma: number): number {
  let sumU = 0;
  let sumV = 0;
  let sumC = 0;
  let sumD = 0;
  for (const row of work) {
    const x = row[a]!;
    const y = row[b]!;
    const u = x * x - y * y;
    const v = 2 * x * y;
    sumU += u;
    sumV += v;
    sumC += u * u - v * v;
    sumD += 2 * u * v;
  }
  const numerator = sumD - (gamma * 2 * sumU * sumV) / p;
  const denominator = sumC - (gamma * (sumU * sumU - sumV * sumV)) / p;
  // Two columns of zeros, or a plane in which the criterion is flat: nothing to turn.
  if (Math.abs(numerator) + Math.abs(denominator) < 1e-15) return 0;
  const angle = atan2(numerator, denominator) / 4;
  const c = cos(angle);
  const s = sin(angle);
  for (const rows of [work, turn]) {
    for (const row of rows) {
      const x = row[a]!;
      const y = row[b]!;
      row[a] = x * c + y * s;
      row[b] = y * c - x * s;
    }
  }
  return angle;
}

/** Σ over columns of (p Σλ⁴ − γ(Σλ²)²)/p², the criterion whose change SPSS watches. */
function orthomaxCriterion(loadings: Matrix, gamma: number): number {
  const p = loadings.length;
  let total = 0;
  for (let j = 0; j < (loadings[0]?.length ?? 0); j++) {
    let fourth = 0;
    let second = 0;
    for (const row of loadings) {
      const square = row[j]! * row[j]!;
      fourth += square * square;
      second += square;
    }
    total += (p * fourth - gamma * second * second) / (p * p);
  }
  return total;
}

/** Columns by sum of squares, descending; a column whose loadings sum to less than 0 is to be reflected. */
export function orderAndSigns(loadings: Matrix): { order: number[]; signs: number[] } {
  const sizes = sumsOfSquares(loadings);
  const order = sizes.map((_, j) => j).sort((i, j) => sizes[j]! - sizes[i]! || i - j);
  return { order, signs: order.map((j) => (loadings.reduce((sum, row) => sum + row[j]!, 0) < 0 ? -1 : 1)) };
}

/** Columns in a new order with new signs. */
export function arrange(matrix: Matrix, order: readonly number[], signs: readonly number[]): number[][] {
  return matrix.map((row) => order.map((j, at) => signs[at]! * row[j]!));
}
