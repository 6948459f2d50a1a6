// The triangle R of a QR decomposition of [1 x₁ … xₖ y]: what least squares needs, without the loss of digits that sums of
// squares bring. Triangles of parts merge by stacking; a triangle can also be made of moments where rows are out of reach.
import { choleskyFactor } from '../../numerics/linear-algebra.ts';
import type { Moments } from '../../moments/moments.ts';

export interface Triangle {
  readonly n: number;
  /** Upper triangle, (k + 2) × (k + 2): intercept, predictors, outcome. */
  readonly r: readonly Float64Array[];
}

/** Householder QR (Golub & Van Loan 2013, algorithm 5.2.1) of the rows of the given columns, in order, after a column of ones. */
export function triangleOf(columns: readonly Float64Array[]): Triangle {
  const n = columns[0]?.length ?? 0;
  return { n, r: reduce([new Float64Array(n).fill(1), ...columns.map((column) => Float64Array.from(column))]) };
}

/** The triangle of the rows of both. */
export function mergeTriangles(a: Triangle, b: Triangle): Triangle {
  const width = a.r.length;
  const stacked = Array.from({ length: width }, (_, j) => Float64Array.from([...a.r.map((row) => row[j]!), ...b.r.map((row) => row[j]!)]));
  return { n: a.n + b.n, r: reduce(stacked) };
}

/** From means and cross-products: for sums that a stream or a database computed. Null when they are not positive definite. */
export function triangleOfMoments(moments: Moments): Triangle | null {
  const factor = choleskyFactor(moments.cross);
  if (factor === null) return null;
  const k = moments.means.length;
  const root = Math.sqrt(moments.n);
  const first = Float64Array.from([root, ...moments.means.map((mean) => mean * root)]);
  return { n: moments.n, r: [first, ...Array.from({ length: k }, (_, i) => Float64Array.from([0, ...factor.map((row) => (row.length > i ? row[i]! : 0))]))] };
}

/** Reduces columns in place; returns the upper triangle by rows. Diagonal entries may have either sign. */
function reduce(columns: Float64Array[]): Float64Array[] {
  const width = columns.length;
  const rows = columns[0]?.length ?? 0;
  for (let j = 0; j < Math.min(width, rows - 1); j++) {
    const column = columns[j]!;
    let norm = 0;
    let scale = 0;
    for (let i = j; i < rows; i++) scale = Math.max(scale, Math.abs(column[i]!));
    if (scale === 0) continue;
    for (let i = j; i < rows; i++) norm += (column[i]! / scale) ** 2;
    norm = scale * Math.sqrt(norm);
    const alpha = column[j]! > 0 ? -norm : norm;
    const head = column[j]! - alpha;
    // v = (head, rest); H = I − 2vv'/v'v with v'v = −2·alpha·head
    const half = -alpha * head;
    if (half === 0) continue;
    for (let m = j + 1; m < width; m++) {
      const other = columns[m]!;
      let dot = head * other[j]!;
      for (let i = j + 1; i < rows; i++) dot += column[i]! * other[i]!;
      const factor = dot / half;
      other[j] = other[j]! - factor * head;
      for (let i = j + 1; i < rows; i++) other[i] = other[i]! - factor * column[i]!;
    }
    column[j] = alpha;
    for (let i = j + 1; i < rows; i++) column[i] = 0;
  }
  return Array.from({ length: width }, (_, i) => Float64Array.from(columns, (column, j) => (i < rows && j >= i ? column[i]! : 0)));
}
