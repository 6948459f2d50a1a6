// Scores of respondents on components: coefficients, and their application row by row.
import { itemOf, scoreRows } from '../../counts/linear-scores.ts';
import { floatsOf, isPoints, lengthOf, type Points, type Values } from '../../counts/points.ts';
import { linearsOf } from '../../rowless/columns.ts';
import { combined } from '../../rowless/linear.ts';
import { multiply, solve, symmetricEigen, transpose, type Matrix } from '../../numerics/linear-algebra.ts';

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
  columns: readonly Values[],
  means: readonly number[],
  sds: readonly number[],
  coefficients: Matrix,
): Float64Array[] {
  const counted = linearsOf(columns);
  const k = coefficients[0]?.length ?? 0;
  if (counted !== null)
    return Array.from({ length: k }, (_, j) => {
      const factors = coefficients.map((row, i) => row[j]! / sds[i]!);
      return combined(
        counted.map((of, i) => ({ of, factor: factors[i]! })),
        -factors.reduce((sum, factor, i) => sum + factor * means[i]!, 0),
      );
    });
  const points = columns.filter(isPoints);
  if (points.length > 0 && points.length === columns.length)
    return Array.from({ length: k }, (_, j) =>
      pointScores(
        points,
        means,
        sds,
        coefficients.map((row) => row[j]!),
      ),
    );
  const rows = columns[0] === undefined ? 0 : lengthOf(columns[0]);
  const scores = Array.from({ length: k }, () => new Float64Array(rows));
  const z = new Float64Array(rows);
  for (const [i, column] of columns.entries()) {
    const [mean, sd] = [means[i]!, sds[i]!];
    const values = floatsOf(column);
    for (let row = 0; row < rows; row++) z[row] = (values[row]! - mean) / sd;
    for (let j = 0; j < k; j++) {
      const score = scores[j]!;
      const coefficient = coefficients[i]![j]!;
      for (let row = 0; row < rows; row++) score[row] = score[row]! + z[row]! * coefficient;
    }
  }
  return scores;
}

/** Σ of c(x − x̄)/s over columns of few values: what each value adds is computed once. */
export function pointScores(
  columns: readonly Points[],
  means: readonly number[],
  sds: readonly number[],
  coefficients: readonly number[],
): Float64Array {
  const items = columns.map((column, i) =>
    itemOf(
      column,
      column.values.map((value) => ((value - means[i]!) / sds[i]!) * coefficients[i]!),
      NaN,
    ),
  );
  return scoreRows({ constant: 0, items });
}

export type ScoreMethod = 'regression' | 'bartlett' | 'anderson_rubin';

/**
 * Coefficients of common factors, by three methods. Regression (Thurstone 1935): R⁻¹·structure. Bartlett (1937, British Journal of
 * Psychology 28:97–104): U⁻¹L(L′U⁻¹L)⁻¹, U the unique variances and L the pattern. Anderson–Rubin (1956, Third Berkeley Symposium
 * 5:111–150): U⁻¹L(L′U⁻¹RU⁻¹L)^(−½), uncorrelated with SD 1, which means something for uncorrelated factors only. Null where a matrix
 * has no inverse or a unique variance is not above 0.
 */
export function factorCoefficients(
  correlation: Matrix,
  pattern: Matrix,
  correlations: Matrix | null,
  method: ScoreMethod,
): number[][] | null {
  const structure = correlations === null ? pattern : multiply(pattern, correlations);
  if (method === 'regression') return scoreCoefficients(correlation, structure);
  const unique = pattern.map((row, i) => 1 - row.reduce((sum, value, k) => sum + value * structure[i]![k]!, 0));
  if (unique.some((value) => !(value > 0))) return null;
  const weighted = pattern.map((row, i) => row.map((value) => value / unique[i]!));
  const turned = transpose(weighted);
  if (method === 'bartlett') {
    const solved = solve(multiply(turned, pattern), turned);
    return solved === null ? null : transpose(solved);
  }
  const { values, vectors } = symmetricEigen(multiply(turned, multiply(correlation, weighted)));
  if (values.some((value) => !(value > 0))) return null;
  const root = multiply(
    vectors.map((row) => row.map((value, k) => value / Math.sqrt(values[k]!))),
    transpose(vectors),
  );
  return multiply(weighted, root);
}
