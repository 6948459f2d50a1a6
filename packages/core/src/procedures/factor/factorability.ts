// Is a correlation matrix worth factoring? Kaiser–Meyer–Olkin, sampling adequacy of each item, Bartlett's sphericity.
import { exp } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import { chiSquareLog10Upper, chiSquareUpper } from '../../numerics/distributions.ts';
import { inverseSymmetric, logDeterminant, type Matrix } from '../../numerics/linear-algebra.ts';

export interface Factorability {
  readonly n: number;
  readonly p: number;
  readonly kmo: number;
  readonly msa: readonly number[];
  /** Anti-image correlations; the diagonal holds the MSA of each item, as SPSS prints it. */
  readonly antiImage: readonly (readonly number[])[];
  readonly chi2: number;
  readonly df: number;
  readonly pValue: number;
  /** Finite even where the tail underflows. */
  readonly log10P: number;
  readonly determinant: number;
  readonly smc: readonly number[];
}

/**
 * KMO = Σr²/(Σr²+Σq²) over i ≠ j with q the anti-image correlation s_ij/√(s_ii s_jj), as SPSS prints it (minus the partial correlation), S
 * = R⁻¹ (Kaiser & Rice 1974, Educational and Psychological Measurement 34:111–117); MSA_i the same by row. Bartlett: χ² = −(n − 1 − (2p +
 * 5)/6)·ln|R|, df = p(p − 1)/2 (Bartlett 1951, Biometrika 38:337–344). With pairwise correlations pass the smallest pairwise n.
 * Null when R is singular or not positive definite, or when there is a single item.
 */
export function factorability(correlation: Matrix, n: number): Factorability | null {
  const p = correlation.length;
  const inverse = inverseSymmetric(correlation);
  const logDet = logDeterminant(correlation);
  if (p < 2 || inverse === null || logDet === null) return null;
  const antiImage = inverse.map((row, i) => row.map((value, j) => value / Math.sqrt(inverse[i]![i]! * inverse[j]![j]!)));
  let sumR = 0;
  let sumQ = 0;
  const msa: number[] = [];
  for (let i = 0; i < p; i++) {
    let r = 0;
    let q = 0;
    for (let j = 0; j < p; j++) {
      if (i === j) continue;
      r += square(correlation[i]![j]!);
      q += square(antiImage[i]![j]!);
    }
    msa.push(r + q > 0 ? r / (r + q) : 0.5);
    sumR += r;
    sumQ += q;
  }
  for (let i = 0; i < p; i++) antiImage[i]![i] = msa[i]!;
  const df = (p * (p - 1)) / 2;
  const chi2 = -(n - 1 - (2 * p + 5) / 6) * logDet;
  return {
    n,
    p,
    kmo: sumR + sumQ > 0 ? sumR / (sumR + sumQ) : 0.5,
    msa,
    antiImage,
    chi2,
    df,
    pValue: chiSquareUpper(Math.max(0, chi2), df),
    log10P: chiSquareLog10Upper(Math.max(0, chi2), df),
    determinant: exp(logDet),
    smc: inverse.map((row, i) => 1 - 1 / row[i]!),
  };
}
