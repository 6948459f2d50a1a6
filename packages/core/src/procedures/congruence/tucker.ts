// Tucker's congruence of two loading matrices over the same items, and the matching of their columns.
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { arrange } from '../factor/varimax.ts';
import { bestAssignment } from './assignment.ts';

/**
 * φ_jk = Σ a_ij b_ik / √(Σ a²_ij Σ b²_ik) for every pair of columns (Tucker 1951; Burt 1948): k_a × k_b, between −1 and 1. Null for a
 * column of zeros. Rows must be the same items in the same order.
 */
export function congruenceMatrix(a: Matrix, b: Matrix): (number | null)[][] {
  const columns = (matrix: Matrix): number[][] => (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!));
  const other = columns(b);
  return columns(a).map((x) => other.map((y) => congruence(x, y)));
}

/** φ of two vectors; null when one is zero throughout. */
export function congruence(x: readonly number[], y: readonly number[]): number | null {
  // Divided by the largest entry first, so that small loadings do not vanish when squared.
  const unit = (values: readonly number[]): number[] | null => {
    const scale = Math.max(...values.map(Math.abs));
    return scale > 0 && Number.isFinite(scale) ? values.map((value) => value / scale) : null;
  };
  const [u, v] = [unit(x), unit(y)];
  if (u === null || v === null) return null;
  let uv = 0;
  let uu = 0;
  let vv = 0;
  for (let i = 0; i < u.length; i++) {
    uv += u[i]! * v[i]!;
    uu += u[i]! * u[i]!;
    vv += v[i]! * v[i]!;
  }
  return Math.max(-1, Math.min(1, uv / Math.sqrt(uu * vv)));
}

export interface ColumnMatch {
  /** For each column of the original: the other's column, −1 where it has none left. */
  readonly columns: readonly number[];
  /** ±1: the other's column is to be multiplied by it. */
  readonly signs: readonly (1 | -1)[];
  /** φ after the signs, not negative; null without a partner. */
  readonly phi: readonly (number | null)[];
  /** The other's columns, matched, in the original's order; a column without a partner is zeros. */
  readonly loadings: number[][];
}

/** Matches the other's columns to the original's so that the sum of |φ| is largest; components have no order and no sign of their own. */
export function matchColumns(original: Matrix, other: Matrix): ColumnMatch {
  const phi = congruenceMatrix(original, other);
  const columns = bestAssignment(phi.map((row) => row.map((value) => Math.abs(value ?? 0))));
  const signs = columns.map((column, k): 1 | -1 => (column >= 0 && (phi[k]![column] ?? 0) < 0 ? -1 : 1));
  const padded = other.map((row) => [...row, 0]);
  const width = other[0]?.length ?? 0;
  return {
    columns,
    signs,
    phi: columns.map((column, k) => (column < 0 || phi[k]![column] === null ? null : Math.abs(phi[k]![column]!))),
    loadings: arrange(
      padded,
      columns.map((column) => (column < 0 ? width : column)),
      signs,
    ),
  };
}

/** Lorenzo-Seva & ten Berge 2006 (Methodology 2:57–64): from .95 equal, from .85 (to .94) fairly similar, below that not. */
export type CongruenceBand = 'equal' | 'fair' | 'different';

/** The band of |φ| as it is, not as it is printed: .9496 is fair. */
export function congruenceBand(phi: number | null): CongruenceBand | null {
  if (phi === null) return null;
  const size = Math.abs(phi);
  return size >= 0.95 ? 'equal' : size >= 0.85 ? 'fair' : 'different';
}
