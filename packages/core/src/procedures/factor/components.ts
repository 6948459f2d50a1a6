// Principal components of a correlation or covariance matrix, unrotated.
import { square } from '../../numerics/powers.ts';
import { symmetricEigen, type Matrix } from '../../numerics/linear-algebra.ts';

export interface PrincipalComponents {
  /** Descending. Tiny negative rounding is set to 0; a clearly negative one (indefinite matrix) is kept. */
  readonly eigenvalues: readonly number[];
  readonly vectors: Matrix;
}

/** Eigenvalues and eigenvectors of R (Hotelling 1933, Journal of Educational Psychology 24:417–441). */
export function principalComponents(matrix: Matrix): PrincipalComponents {
  const { values, vectors } = symmetricEigen(matrix);
  const size = Math.max(1, ...values.map(Math.abs));
  return { eigenvalues: values.map((value) => (Math.abs(value) < 1e-14 * size ? 0 : value)), vectors };
}

/**
 * Loadings of the first k components: eigenvector × √eigenvalue, items × k. A column is reflected so that its loadings sum
 * to at least 0, as SPSS's output is understood to be.
 */
export function loadingsOf(components: PrincipalComponents, k: number): number[][] {
  const { eigenvalues, vectors } = components;
  const signs = Array.from({ length: k }, (_, j) => (vectors.reduce((sum, row) => sum + row[j]!, 0) < 0 ? -1 : 1));
  return vectors.map((row) => Array.from({ length: k }, (_, j) => signs[j]! * row[j]! * Math.sqrt(Math.max(0, eigenvalues[j]!))));
}

/** Row sums of squares: the share of an item's variance that the components hold. */
export function communalitiesOf(loadings: Matrix): number[] {
  return loadings.map((row) => row.reduce((sum, value) => sum + value * value, 0));
}

/** Column sums of squares. */
export function sumsOfSquares(loadings: Matrix): number[] {
  return (loadings[0] ?? []).map((_, j) => loadings.reduce((sum, row) => sum + square(row[j]!), 0));
}
