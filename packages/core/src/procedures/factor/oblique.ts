// Oblique rotations: promax and direct oblimin, with the pattern, the factor correlations and the structure. Orthogonal ones: varimax.ts.
import { power } from '../../numerics/exponential.ts';
import { inverseSymmetric, multiply, solve, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { square } from '../../numerics/powers.ts';
import { seededRandom, type SeededRandom } from '../../numerics/random.ts';
import { communalitiesOf } from './components.ts';
import { arrange, orderAndSigns, varimax } from './varimax.ts';

export interface ObliqueRotation {
  /** Pattern, items × k: columns by sum of squares (descending), each column's sum ≥ 0. */
  readonly loadings: number[][];
  /** Of the factors, k × k. */
  readonly correlations: number[][];
  readonly iterations: number;
  readonly converged: boolean;
}

/** What SPSS has when none is given. */
export const PROMAX_KAPPA = 4;
/** Beyond it the factors collapse into one; SPSS allows no more. */
export const OBLIMIN_DELTA_LIMIT = 0.8;

/** Structure: correlations of items with factors, pattern · factor correlations. */
export function structureMatrix(pattern: Matrix, correlations: Matrix): number[][] {
  return multiply(pattern, correlations);
}

/**
 * Promax (Hendrickson & White 1964, British Journal of Statistical Psychology 17:65–70) in SPSS's form: from varimax loadings V with row
 * lengths r, the target |v/r|^(κ+1)·r/v; Q = (V′V)⁻¹V′·target with columns of length 1, and C = diag((Q′Q)⁻¹)^½ gives the factors unit
 * variances: pattern V·Q·C, correlations C⁻¹(Q′Q)⁻¹C⁻¹ (IBM SPSS Statistics Algorithms, FACTOR). R's `promax` has another target.
 * Null when V′V cannot be solved.
 */
export function promax(
  unrotated: Matrix,
  { kaiser, kappa = PROMAX_KAPPA }: { readonly kaiser: boolean; readonly kappa?: number },
): ObliqueRotation | null {
  const { loadings: v, iterations, converged } = varimax(unrotated, { kaiser });
  const k = v[0]?.length ?? 0;
  const lengths = communalitiesOf(v).map(Math.sqrt);
  const target = v.map((row, i) =>
    row.map((value) => (value === 0 || lengths[i] === 0 ? 0 : (power(Math.abs(value) / lengths[i]!, kappa + 1) * lengths[i]!) / value)),
  );
  const turned = transpose(v);
  const fitted = solve(multiply(turned, v), multiply(turned, target));
  if (fitted === null) return null;
  const norms = Array.from({ length: k }, (_, j) => Math.sqrt(fitted.reduce((sum, row) => sum + square(row[j]!), 0)));
  if (norms.some((norm) => !(norm > 0))) return null;
  const q = fitted.map((row) => row.map((value, j) => value / norms[j]!));
  const inverse = inverseSymmetric(multiply(transpose(q), q));
  if (inverse === null) return null;
  const sds = inverse.map((row, j) => Math.sqrt(row[j]!));
  return ordered(
    multiply(v, q).map((row) => row.map((value, j) => value * sds[j]!)),
    inverse.map((row, i) => row.map((value, j) => (i === j ? 1 : value / (sds[i]! * sds[j]!)))),
    { iterations, converged },
  );
}

const MOST_ITERATIONS = 1000;
const RANDOM_STARTS = 4;

/**
 * Direct oblimin (Jennrich & Sampson 1966, Psychometrika 31:313–323): the factors, of unit variance and free to correlate, that minimise
 * Σ_{j≠l}(Σᵢλ²ᵢⱼλ²ᵢₗ − δ/p·Σᵢλ²ᵢⱼ·Σᵢλ²ᵢₗ) over the pattern λ; δ 0 is quartimin, below 0 less oblique, and SPSS allows up to 0.8. By
 * gradient projection (Jennrich 2002, Psychometrika 67:7–19) from the unrotated solution, from varimax and, where these two do not end
 * alike, from seeded random turns: the lowest is kept. With Kaiser's normalisation, which SPSS always has and GPArotation by default has
 * not, rows are brought to length 1 first. Null where no start could be followed.
 */
export function oblimin(
  unrotated: Matrix,
  { kaiser, delta = 0 }: { readonly kaiser: boolean; readonly delta?: number },
): ObliqueRotation | null {
  const k = unrotated[0]?.length ?? 0;
  const lengths = communalitiesOf(unrotated).map((h) => (kaiser ? Math.sqrt(h) : 1));
  const start = unrotated.map((row, i) => row.map((value) => (lengths[i]! > 0 ? value / lengths[i]! : 0)));
  const random = seededRandom(1);
  const identity = Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : 0)));
  const starts = [(): number[][] => identity, (): number[][] => varimax(start, { kaiser: false }).rotation];
  for (let one = 0; one < RANDOM_STARTS; one++) starts.push(() => randomTurn(k, random));
  let best: Descent | null = null;
  for (const [at, from] of starts.entries()) {
    const found = descend(start, from(), delta);
    if (found === null) continue;
    const agrees = best !== null && best.converged && found.converged && Math.abs(found.value - best.value) < 1e-9;
    if (best === null || found.value < best.value - 1e-9) best = found;
    if (at === 1 && (agrees || !best.converged)) break;
  }
  if (best === null) return null;
  return ordered(
    best.loadings.map((row, i) => row.map((value) => value * lengths[i]!)),
    multiply(transpose(best.turn), best.turn),
    best,
  );
}

interface Descent {
  readonly loadings: number[][];
  readonly turn: number[][];
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

function descend(start: Matrix, from: number[][], delta: number): Descent | null {
  let turn = from;
  let here = criterionAt(start, turn, delta);
  if (here === null) return null;
  let step = 1;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const { gradient } = here;
    const along = gradient[0]!.map((_, j) => turn.reduce((sum, row, i) => sum + row[j]! * gradient[i]![j]!, 0));
    const projected = gradient.map((row, i) => row.map((value, j) => value - turn[i]![j]! * along[j]!));
    const size = Math.sqrt(projected.reduce((sum, row) => sum + row.reduce((part, value) => part + value * value, 0), 0));
    if (haveFallenTogether(turn)) return { ...here, turn, iterations: iteration, converged: false };
    // With a δ far below 0 the criterion is large, and so is the rounding of its slope.
    const scale = Math.max(1, Math.abs(here.value));
    if (size < 1e-10 * scale) return { ...here, turn, iterations: iteration, converged: true };
    step *= 2;
    let next: { readonly turn: number[][]; readonly at: Criterion } | null = null;
    for (let half = 0; half < 40 && next === null; half++, step /= 2) {
      const tried = unitColumns(turn.map((row, i) => row.map((value, j) => value - step * projected[i]![j]!)));
      const at = criterionAt(start, tried, delta);
      if (at !== null && here.value - at.value > 0.5 * size * size * step) {
        next = { turn: tried, at };
        break;
      }
    }
    // Nothing is left to gain but rounding: the end, if the slope agrees.
    if (next === null) return { ...here, turn, iterations: iteration, converged: size < 1e-6 * scale };
    turn = next.turn;
    here = next.at;
  }
  return { ...here, turn, iterations: MOST_ITERATIONS, converged: false };
}

/** Two factors that are the same to four digits. */
const haveFallenTogether = (turn: Matrix): boolean =>
  multiply(transpose(turn), turn).some((row, i) => row.some((value, j) => i !== j && Math.abs(value) > 0.9999));

interface Criterion {
  readonly loadings: number[][];
  readonly value: number;
  /** With respect to the turn. */
  readonly gradient: number[][];
}

/** ¼ of the criterion at the pattern A·(T′)⁻¹, and its gradient −(Λ′·G·T⁻¹)′, G = λᵢⱼ·(Σ_{l≠j}λ²ᵢₗ − δ·its mean over the items). */
function criterionAt(start: Matrix, turn: Matrix, delta: number): Criterion | null {
  const k = turn.length;
  const p = start.length;
  const inverse = solve(
    turn,
    turn.map((_, i) => turn.map((__, j) => (i === j ? 1 : 0))),
  );
  if (inverse === null) return null;
  const loadings = multiply(start, transpose(inverse));
  const others = loadings.map((row) => {
    const total = row.reduce((sum, value) => sum + value * value, 0);
    return row.map((value) => total - value * value);
  });
  if (delta !== 0) {
    for (let j = 0; j < k; j++) {
      const mean = others.reduce((sum, row) => sum + row[j]!, 0) / p;
      for (const row of others) row[j] = row[j]! - delta * mean;
    }
  }
  let value = 0;
  const slopes = loadings.map((row, i) =>
    row.map((loading, j) => {
      value += (loading * loading * others[i]![j]!) / 4;
      return loading * others[i]![j]!;
    }),
  );
  const gradient = transpose(multiply(multiply(transpose(loadings), slopes), inverse)).map((row) => row.map((one) => -one));
  return Number.isFinite(value) ? { loadings, value, gradient } : null;
}

function unitColumns(matrix: Matrix): number[][] {
  const lengths = matrix[0]!.map((_, j) => Math.sqrt(matrix.reduce((sum, row) => sum + square(row[j]!), 0)));
  return matrix.map((row) => row.map((value, j) => value / lengths[j]!));
}

/** An orthogonal matrix at random: normal columns, each freed of those before it. */
function randomTurn(k: number, random: SeededRandom): number[][] {
  const columns: number[][] = [];
  while (columns.length < k) {
    let column = Array.from({ length: k }, () => random.normal());
    for (const other of columns) {
      const shared = column.reduce((sum, value, i) => sum + value * other[i]!, 0);
      column = column.map((value, i) => value - shared * other[i]!);
    }
    const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
    if (length > 1e-6) columns.push(column.map((value) => value / length));
  }
  return transpose(columns);
}

/** Columns by sum of squares, signed, and the correlations with them. */
function ordered(
  pattern: Matrix,
  correlations: Matrix,
  { iterations, converged }: { readonly iterations: number; readonly converged: boolean },
): ObliqueRotation {
  const { order, signs } = orderAndSigns(pattern);
  return {
    loadings: arrange(pattern, order, signs),
    correlations: order.map((i, a) => order.map((j, b) => (a === b ? 1 : signs[a]! * signs[b]! * correlations[i]![j]!))),
    iterations,
    converged,
  };
}
