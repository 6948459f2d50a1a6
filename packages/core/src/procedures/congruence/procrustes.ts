// Orthogonal rotation of one loading matrix towards another.
import { square } from '../../numerics/powers.ts';
import { multiply, svd, transpose, type Matrix } from '../../numerics/linear-algebra.ts';

export interface Procrustes {
  /** `loadings` · `rotation`. */
  readonly loadings: number[][];
  /** k × k orthogonal (reflections included). */
  readonly rotation: number[][];
  /** Root mean square of the differences to the target that remain. */
  readonly rootMeanSquare: number;
}

/**
 * The orthogonal T that minimises ‖A·T − target‖: with A′·target = U·D·V′, T = U·V′ (Schönemann 1966, Psychometrika 31:1–10). Both
 * matrices items × k. Null when they differ in shape or hold something other than numbers.
 */
export function procrustes(loadings: Matrix, target: Matrix): Procrustes | null {
  const k = target[0]?.length ?? 0;
  if (k === 0 || loadings.length !== target.length || loadings[0]!.length !== k) return null;
  if (![...loadings, ...target].every((row) => row.every(Number.isFinite))) return null;
  const { left, right } = svd(multiply(transpose(loadings), target));
  const rotation = multiply(left, transpose(right));
  const turned = multiply(loadings, rotation);
  const squares = turned.reduce((sum, row, i) => sum + row.reduce((part, value, j) => part + square(value - target[i]![j]!), 0), 0);
  return { loadings: turned, rotation, rootMeanSquare: Math.sqrt(squares / (target.length * k)) };
}
