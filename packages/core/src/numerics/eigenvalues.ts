// Eigenvalues alone of a symmetric matrix, quickly: parallel analysis needs thousands of spectra and no vectors.
import { hypotenuse } from './powers.ts';
import type { Matrix } from './linear-algebra.ts';

/** Eigenvalues of a symmetric matrix, descending. */
export function symmetricEigenvalues(a: Matrix): number[] {
  return Array.from(eigenvaluesInPlace(Float64Array.from(a.flat()), a.length));
}

/**
 * Eigenvalues of the symmetric p × p matrix stored by rows in `work`, descending; `work` is used up. Householder reduction to
 * tridiagonal form, then QL with implicit shifts (Golub & Van Loan 2013, Matrix Computations, 4th ed., algorithms 8.3.1 and 8.3.3).
 * Only the lower triangle is read.
 */
export function eigenvaluesInPlace(work: Float64Array, p: number): Float64Array {
  const diagonal = new Float64Array(p);
  const off = new Float64Array(p);
  for (let i = p - 1; i > 0; i--) {
    const row = work.subarray(i * p, i * p + i);
    let scale = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(row[k]!);
    if (i === 1 || scale === 0) {
      off[i] = row[i - 1]!;
      continue;
    }
    let h = 0;
    for (let k = 0; k < i; k++) {
      row[k] = row[k]! / scale;
      h += row[k]! * row[k]!;
    }
    const f = row[i - 1]!;
    const g = f >= 0 ? -Math.sqrt(h) : Math.sqrt(h);
    off[i] = scale * g;
    h -= f * g;
    row[i - 1] = f - g;
    let dot = 0;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = 0, at = j * p; k <= j; k++, at++) sum += work[at]! * row[k]!;
      for (let k = j + 1, at = k * p + j; k < i; k++, at += p) sum += work[at]! * row[k]!;
      off[j] = sum / h;
      dot += off[j]! * row[j]!;
    }
    const half = dot / (h + h);
    for (let j = 0; j < i; j++) {
      const u = row[j]!;
      const w = off[j]! - half * u;
      off[j] = w;
      for (let k = 0, at = j * p; k <= j; k++, at++) work[at] = work[at]! - (u * off[k]! + w * row[k]!);
    }
  }
  for (let i = 0; i < p; i++) diagonal[i] = work[i * p + i]!;
  for (let i = 1; i < p; i++) off[i - 1] = off[i]!;
  if (p > 0) off[p - 1] = 0;
  implicitQl(diagonal, off);
  return diagonal.sort().reverse();
}

function implicitQl(diagonal: Float64Array, off: Float64Array): void {
  const p = diagonal.length;
  for (let l = 0; l < p; l++) {
    for (let sweep = 0; sweep < 60; sweep++) {
      let m = l;
      for (; m < p - 1; m++) {
        const size = Math.abs(diagonal[m]!) + Math.abs(diagonal[m + 1]!);
        if (Math.abs(off[m]!) <= Number.EPSILON * size) break;
      }
      if (m === l) break;
      let g = (diagonal[l + 1]! - diagonal[l]!) / (2 * off[l]!);
      let r = hypotenuse(g, 1);
      g = diagonal[m]! - diagonal[l]! + off[l]! / (g + (g >= 0 ? r : -r));
      let s = 1;
      let c = 1;
      let shift = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * off[i]!;
        const b = c * off[i]!;
        r = hypotenuse(f, g);
        off[i + 1] = r;
        if (r === 0) {
          diagonal[i + 1] = diagonal[i + 1]! - shift;
          off[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = diagonal[i + 1]! - shift;
        r = (diagonal[i]! - g) * s + 2 * c * b;
        shift = s * r;
        diagonal[i + 1] = g + shift;
        g = c * r - b;
      }
      if (r === 0 && i >= l) continue;
      diagonal[l] = diagonal[l]! - shift;
      off[l] = g;
      off[m] = 0;
    }
  }
}
