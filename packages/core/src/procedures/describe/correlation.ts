// Correlations of numbers and of ranks, for pairs and for lists of variables; partial correlations. Polychoric ones are apart.
import { atanh, tanh } from '../../numerics/exponential.ts';
import { normalQuantile, normalUpper, tTwoSided } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { inverseSymmetric, multiply, transpose } from '../../numerics/linear-algebra.ts';
import { ranksOf } from '../../numerics/ranks.ts';
import { correlationOf, covarianceOf, momentsOf } from '../../moments/moments.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import { kendallTauB } from './kendall.ts';

export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

export interface Correlation {
  /** Rows that have both. */
  readonly n: number;
  readonly r: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** 95 %, Pearson only. */
  readonly low: number | null;
  readonly high: number | null;
  /** With n − 1, Pearson only. */
  readonly covariance: number | null;
}

export interface CorrelationTable {
  /** Each variable against each; on the diagonal r = 1, no p, and its own n and variance. */
  readonly cells: readonly (readonly Correlation[])[];
}

/**
 * Correlation of two columns over the rows that have both (NaN: missing). Null where a column is constant or fewer than two rows are
 * left; p needs three, the interval four. Pearson and Spearman (Pearson of the midranks): p from t = r·√((n−2)/(1−r²)) with n − 2
 * degrees of freedom; interval by Fisher's z, tanh(artanh r ± 1.96/√(n−3)). Kendall: tau-b, p by its normal approximation with ties.
 */
export function correlate(x: Float64Array, y: Float64Array, method: CorrelationMethod = 'pearson'): Correlation {
  let [a, b] = listwiseColumns([x, y]) as [Float64Array, Float64Array];
  const n = a.length;
  if (method === 'kendall') {
    const tau = kendallTauB(a, b);
    return { n, r: tau.tau, p: tau.z === null ? null : finite(2 * normalUpper(Math.abs(tau.z))), low: null, high: null, covariance: null };
  }
  if (method === 'spearman') {
    a = ranksOf(a).ranks;
    b = ranksOf(b).ranks;
  }
  const moments = momentsOf([a, b]);
  const r = finite(correlationOf(moments)[0]![1]!);
  const pearson = method === 'pearson';
  const covariance = pearson && n > 1 ? finite(covarianceOf(moments)[0]![1]!) : null;
  if (r === null) return { n, r, p: null, low: null, high: null, covariance };
  const [low, high] = pearson ? fisherInterval(r, n) : [null, null];
  return { n, r, p: correlationP(r, n - 2), low, high, covariance };
}

/** Every pair of columns; with `listwise`, over the rows that have them all. */
export function correlationTable(
  columns: readonly Float64Array[],
  method: CorrelationMethod = 'pearson',
  missing: 'listwise' | 'pairwise' = 'listwise',
): CorrelationTable {
  const used = missing === 'pairwise' ? columns : listwiseColumns(columns);
  const cells: Correlation[][] = used.map(() => []);
  for (let i = 0; i < used.length; i++) {
    for (let j = 0; j < i; j++) cells[i]![j] = cells[j]![i] = correlate(used[i]!, used[j]!, method);
    const own = momentsOf([used[i]!]);
    const varies = own.cross[0]![0]! > 0;
    cells[i]![i] = {
      n: own.n,
      r: varies ? 1 : null,
      p: null,
      low: varies && method === 'pearson' ? 1 : null,
      high: varies && method === 'pearson' ? 1 : null,
      covariance: method === 'pearson' && own.n > 1 ? finite(own.cross[0]![0]! / (own.n - 1)) : null,
    };
  }
  return { cells };
}

function correlationP(r: number, df: number): number | null {
  if (!(df > 0)) return null;
  return finite(tTwoSided(r * Math.sqrt(df / Math.max(0, (1 - r) * (1 + r))), df));
}

function fisherInterval(r: number, n: number): [number | null, number | null] {
  if (n < 4) return [null, null];
  const half = normalQuantile(0.975) / Math.sqrt(n - 3);
  const z = atanh(r);
  return [finite(tanh(z - half)), finite(tanh(z + half))];
}

export interface PartialCorrelations {
  readonly n: number;
  readonly df: number;
  readonly r: readonly (readonly (number | null)[])[];
  readonly p: readonly (readonly (number | null)[])[];
}

/**
 * Correlations of `columns` with the linear effect of `controls` taken out of each, over the rows that have all of them; df = n − 2 − the
 * number of controls. Residual covariance S₁₁ − S₁₂S₂₂⁻¹S₂₁ on standardised variables. Null when the controls determine each other or
 * nothing varies; a variable that they determine has null correlations.
 */
export function partialCorrelations(columns: readonly Float64Array[], controls: readonly Float64Array[]): PartialCorrelations | null {
  const moments = momentsOf([...columns, ...controls]);
  const p = columns.length;
  const df = moments.n - 2 - controls.length;
  const correlation = correlationOf(moments);
  if (df < 1 || correlation.slice(p).some((row) => row.slice(p).some(Number.isNaN))) return null;
  const inverse = inverseSymmetric(correlation.slice(p).map((row) => row.slice(p)));
  if (inverse === null) return null;
  const across = correlation.slice(0, p).map((row) => row.slice(p));
  const explained = multiply(multiply(across, inverse), transpose(across));
  const residual = explained.map((row, i) => row.map((value, j) => correlation[i]![j]! - value));
  const r = residual.map((row, i) =>
    row.map((value, j) => {
      // What is left of a unit variance; below this it is rounding.
      if (!(residual[i]![i]! > 1e-12 && residual[j]![j]! > 1e-12)) return null;
      return i === j ? 1 : Math.max(-1, Math.min(1, value / Math.sqrt(residual[i]![i]! * residual[j]![j]!)));
    }),
  );
  return { n: moments.n, df, r, p: r.map((row, i) => row.map((value, j) => (value === null || i === j ? null : correlationP(value, df)))) };
}
