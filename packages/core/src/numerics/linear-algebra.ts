// Small dense matrices, row by row: decompositions, inverses and products. The only file that knows the matrix library.
import { log } from './exponential.ts';
import { Matrix as Dense, SingularValueDecomposition } from 'ml-matrix';
import { eigenOfSymmetric } from './symmetric-eigen.ts';

/** Rows of equal length. Matrices here are p × p for a few dozen variables, never data. */
export type Matrix = readonly (readonly number[])[];

export interface SymmetricEigen {
  /** Descending. */
  readonly values: number[];
  /** `vectors[i][k]`: i-th coordinate of the k-th unit eigenvector. */
  readonly vectors: number[][];
}

/** Eigenvalues and unit eigenvectors of a symmetric matrix (Householder reduction and QL). Signs are as they come. */
export function symmetricEigen(a: Matrix): SymmetricEigen {
  const p = a.length;
  if (p === 0) return { values: [], vectors: [] };
  const found = eigenOfSymmetric(a);
  const order = Array.from(found.values.keys()).sort((i, j) => found.values[j]! - found.values[i]!);
  return {
    values: order.map((k) => found.values[k]!),
    vectors: Array.from({ length: p }, (_, i) => order.map((k) => found.vectors[k * p + i]!)),
  };
}

export interface Svd {
  /** Descending, not negative. */
  readonly values: number[];
  /** `left[i][k]`, `right[j][k]`: a = left · diag(values) · rightᵀ. */
  readonly left: number[][];
  readonly right: number[][];
}

/** Singular value decomposition, thin. */
export function svd(a: Matrix): Svd {
  if (a.length === 0 || a[0]!.length === 0) return { values: [], left: [], right: [] };
  const found = new SingularValueDecomposition(dense(a), { autoTranspose: true });
  return {
    values: [...found.diagonal],
    left: found.leftSingularVectors.to2DArray(),
    right: found.rightSingularVectors.to2DArray(),
  };
}

/** Lower triangle L with a = L·Lᵀ; null when `a` is not positive definite to rounding. */
export function choleskyFactor(a: Matrix): number[][] | null {
  const p = a.length;
  const lower = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  for (let i = 0; i < p; i++) {
    const row = lower[i]!;
    for (let j = 0; j <= i; j++) {
      const other = lower[j]!;
      let rest = a[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * other[k]!;
      if (i !== j) {
        row[j] = rest / other[j]!;
        continue;
      }
      // What is left of a variable's own variance after the ones before it; below this it is rounding.
      if (!(rest > 8 * p * Number.EPSILON * Math.abs(a[i]![i]!))) return null;
      row[i] = Math.sqrt(rest);
    }
  }
  return lower;
}

/** Inverse of a symmetric matrix, by Cholesky or, when it is indefinite, by its eigenvectors; null when it is singular. */
export function inverseSymmetric(a: Matrix): number[][] | null {
  const p = a.length;
  const lower = choleskyFactor(a);
  if (lower === null) return inverseByEigenvectors(a);
  const inverseLower = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      let rest = i === j ? 1 : 0;
      for (let k = j; k < i; k++) rest -= lower[i]![k]! * inverseLower[k]![j]!;
      inverseLower[i]![j] = rest / lower[i]![i]!;
    }
  }
  const inverse = Array.from({ length: p }, () => Array.from({ length: p }, () => 0));
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let total = 0;
      for (let k = i; k < p; k++) total += inverseLower[k]![i]! * inverseLower[k]![j]!;
      inverse[i]![j] = total;
      inverse[j]![i] = total;
    }
  }
  return inverse;
}

function inverseByEigenvectors(a: Matrix): number[][] | null {
  const p = a.length;
  if (!a.every((row) => row.every(Number.isFinite))) return null;
  const { values, vectors } = symmetricEigen(a);
  const largest = Math.max(...values.map(Math.abs));
  if (!(largest > 0) || values.some((value) => Math.abs(value) <= 16 * p * Number.EPSILON * largest)) return null;
  return Array.from({ length: p }, (_, i) =>
    Array.from({ length: p }, (_, j) => values.reduce((total, value, k) => total + (vectors[i]![k]! * vectors[j]![k]!) / value, 0)),
  );
}

/** ln|a| of a symmetric positive definite matrix; null when it is not. */
export function logDeterminant(a: Matrix): number | null {
  const lower = choleskyFactor(a);
  if (lower === null) return null;
  return lower.reduce((total, row, i) => total + 2 * log(row[i]!), 0);
}

/** X with a·X = b for any square `a`, by elimination with row exchange; null when `a` is singular to rounding. */
export function solve(a: Matrix, b: Matrix): number[][] | null {
  const p = a.length;
  const left = a.map((row) => [...row]);
  const right = b.map((row) => [...row]);
  // Rows are scaled for the choice of the pivot only, so that units of measurement do not decide it.
  const scale = left.map((row) => Math.max(...row.map(Math.abs)));
  for (let k = 0; k < p; k++) {
    let best = k;
    for (let i = k + 1; i < p; i++) if (Math.abs(left[i]![k]!) * scale[best]! > Math.abs(left[best]![k]!) * scale[i]!) best = i;
    const pivot = left[best]![k]!;
    if (!(Math.abs(pivot) > 8 * p * Number.EPSILON * scale[best]!)) return null;
    [left[k], left[best]] = [left[best]!, left[k]!];
    [right[k], right[best]] = [right[best]!, right[k]!];
    [scale[k], scale[best]] = [scale[best]!, scale[k]!];
    for (let i = k + 1; i < p; i++) {
      const factor = left[i]![k]! / pivot;
      if (factor === 0) continue;
      for (let j = k; j < p; j++) left[i]![j] = left[i]![j]! - factor * left[k]![j]!;
      for (let j = 0; j < right[i]!.length; j++) right[i]![j] = right[i]![j]! - factor * right[k]![j]!;
    }
  }
  for (let k = p - 1; k >= 0; k--) {
    for (let j = 0; j < right[k]!.length; j++) {
      let rest = right[k]![j]!;
      for (let i = k + 1; i < p; i++) rest -= left[k]![i]! * right[i]![j]!;
      right[k]![j] = rest / left[k]![k]!;
    }
  }
  return right;
}

/** x with a·x = b for a symmetric positive definite `a`, by Cholesky; null when it is not. Half the work of `solve`. */
export function solvePositive(a: Matrix, b: readonly number[]): number[] | null {
  const lower = choleskyFactor(a);
  if (lower === null) return null;
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    const row = lower[i]!;
    let rest = x[i]!;
    for (let k = 0; k < i; k++) rest -= row[k]! * x[k]!;
    x[i] = rest / row[i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    const value = x[i]! / lower[i]![i]!;
    x[i] = value;
    const row = lower[i]!;
    for (let k = 0; k < i; k++) x[k] = x[k]! - row[k]! * value;
  }
  return x;
}

export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = b[0]?.length ?? 0;
  return a.map((row) => {
    const out = Array.from({ length: columns }, () => 0);
    for (let k = 0; k < row.length; k++) {
      const factor = row[k]!;
      const other = b[k]!;
      for (let j = 0; j < columns; j++) out[j] = out[j]! + factor * other[j]!;
    }
    return out;
  });
}

export function transpose(a: Matrix): number[][] {
  return Array.from({ length: a[0]?.length ?? 0 }, (_, j) => a.map((row) => row[j]!));
}

function dense(a: Matrix): Dense {
  return new Dense(a.map((row) => [...row]));
}
