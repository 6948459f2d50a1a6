// Scores of respondents on components: coefficients, and their application row by row.
import { solve, type Matrix } from '../../numerics/linear-algebra.ts';

/**
 * Coefficients of the regression method, W = R⁻¹ S with S the structure (loadings, when components are uncorrelated)
 * (Thurstone 1935). For components this is L(L′L)⁻¹: scores are exact, with mean 0 and SD 1, uncorrelated in the analysed
 * sample. Null when R cannot be solved.
 */
export function scoreCoefficients(correlation: Matrix, structure: Matrix): number[][] | null {
  return solve(correlation, structure);
}

/** Coefficients of components straight from orthogonally rotated loadings, L(L′L)⁻¹: works for a singular R too. */
export function componentCoefficients(loadings: Matrix): number[][] | null {
  const k = loadings[0]?.length ?? 0;
  const inner = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) => loadings.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  const transposed = Array.from({ length: k }, (_, j) => loadings.map((row) => row[j]!));
  const solved = solve(inner, transposed);
  return solved === null ? null : loadings.map((_, i) => solved.map((row) => row[i]!));
}

/**
 * Scores Z·W, Z with the given means and SDs (n − 1): one array a component, one value a row. A row with a missing item has no
 * score (NaN) and keeps its place.
 */
export function scoresOf(
  columns: readonly Float64Array[],
  means: readonly number[],
  sds: readonly number[],
  coefficients: Matrix,
): Float64Array[] {
  const rows = columns[0]?.length ?? 0;
  const k = coefficients[0]?.length ?? 0;
  const scores = Array.from({ length: k }, () => new Float64Array(rows));
  const z = new Float64Array(rows);
  for (const [i, column] of columns.entries()) {
    const [mean, sd] = [means[i]!, sds[i]!];
    for (let row = 0; row < rows; row++) z[row] = (column[row]! - mean) / sd;
    for (let j = 0; j < k; j++) {
      const score = scores[j]!;
      const coefficient = coefficients[i]![j]!;
      for (let row = 0; row < rows; row++) score[row] = score[row]! + z[row]! * coefficient;
    }
  }
  return scores;
}
