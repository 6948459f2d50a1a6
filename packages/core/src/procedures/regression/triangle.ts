// The triangle R of a QR decomposition of [1 x₁ … xₖ y]: what least squares needs, without the loss of digits that sums of
// squares bring.
import { square } from '../../numerics/powers.ts';

export interface Triangle {
  readonly n: number;
  /** Upper triangle, (k + 2) × (k + 2): intercept, predictors, outcome. */
  readonly r: readonly Float64Array[];
}

/** Columns brought to a triangle by reflections, with the reflections: other columns can follow them at any time. */
export interface Reflections {
  /** Above the diagonal the triangle; below it what is left of the vectors that reflect. */
  readonly columns: readonly Float64Array[];
  readonly diagonal: Float64Array;
  /** First entry of each vector, and half its squared length; 0 where nothing is reflected. */
  readonly head: Float64Array;
  readonly half: Float64Array;
}

/**
 * Householder QR (Golub & Van Loan 2013, algorithm 5.2.1): the part that is the same for every outcome, the reflections of a column of ones
 * and the predictors.
 */
export function reflectionsOf(predictors: readonly Float64Array[], n: number): Reflections {
  return reduce([new Float64Array(n).fill(1), ...predictors.map((column) => Float64Array.from(column))]);
}

/** The triangle of predictors that are reduced already and one outcome. */
export function withOutcome(reflections: Reflections, outcome: Float64Array): Triangle {
  const { columns, diagonal } = reflections;
  const rows = outcome.length;
  const last = columns.length;
  const y = Float64Array.from(outcome);
  reflect(reflections, last, y);
  const own = last < rows - 1 ? reflectionAt(y, last) : null;
  const entry = (i: number, j: number): number =>
    i >= rows || j < i ? 0 : j === last ? (i === last ? (own?.alpha ?? y[last]!) : y[i]!) : i === j ? diagonal[i]! : columns[j]![i]!;
  return { n: rows, r: Array.from({ length: last + 1 }, (_, i) => Float64Array.from({ length: last + 1 }, (__, j) => entry(i, j))) };
}

/** Reduces columns in place. Diagonal entries may have either sign. */
function reduce(columns: Float64Array[]): Reflections {
  const rows = columns[0]?.length ?? 0;
  const reflections = {
    columns,
    diagonal: new Float64Array(columns.length),
    head: new Float64Array(columns.length),
    half: new Float64Array(columns.length),
  };
  for (const [j, column] of columns.entries()) {
    reflect(reflections, j, column);
    const own = j < rows - 1 ? reflectionAt(column, j) : null;
    reflections.diagonal[j] = own?.alpha ?? column[j] ?? 0;
    reflections.head[j] = own?.head ?? 0;
    reflections.half[j] = own?.half ?? 0;
  }
  return reflections;
}

/**
 * H = I − 2vv'/v'v with v = (head, the column's entries below j) and v'v = 2·half turns the column's rest into (alpha, 0 … 0); null: it is
 * so already.
 */
function reflectionAt(column: Float64Array, j: number): { alpha: number; head: number; half: number } | null {
  let norm = 0;
  let scale = 0;
  for (let i = j; i < column.length; i++) scale = Math.max(scale, Math.abs(column[i]!));
  if (scale === 0) return null;
  for (let i = j; i < column.length; i++) norm += square(column[i]! / scale);
  norm = scale * Math.sqrt(norm);
  const alpha = column[j]! > 0 ? -norm : norm;
  const head = column[j]! - alpha;
  const half = -alpha * head;
  return half === 0 ? null : { alpha, head, half };
}

/** Applies the first `count` reflections to another column. One pass a reflection: it subtracts this one and adds up for the next. */
function reflect({ columns, head, half }: Reflections, count: number, other: Float64Array): void {
  const steps = Array.from({ length: count }, (_, j) => j).filter((j) => half[j] !== 0);
  const n = other.length;
  let dot = 0;
  for (const [at, j] of steps.entries()) {
    const column = columns[j]!;
    if (at === 0) {
      dot = head[j]! * other[j]!;
      for (let i = j + 1; i < n; i++) dot += column[i]! * other[i]!;
    }
    const factor = dot / half[j]!;
    other[j] = other[j]! - factor * head[j]!;
    const following = steps[at + 1];
    if (following === undefined) {
      for (let i = j + 1; i < n; i++) other[i] = other[i]! - factor * column[i]!;
      continue;
    }
    for (let i = j + 1; i <= following; i++) other[i] = other[i]! - factor * column[i]!;
    const next = columns[following]!;
    dot = head[following]! * other[following]!;
    for (let i = following + 1; i < n; i++) {
      const value = other[i]! - factor * column[i]!;
      other[i] = value;
      dot += next[i]! * value;
    }
  }
}
