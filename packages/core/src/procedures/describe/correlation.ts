// Correlations of numbers and of ranks, for pairs and for lists of variables; partial correlations. Polychoric ones are apart.
import { atanh, tanh } from '../../numerics/exponential.ts';
import { normalQuantile, normalUpper, tTwoSided } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { inverseSymmetric, multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { ranksOf } from '../../numerics/ranks.ts';
import { correlationOf, covarianceOf, momentsOf, type Moments } from '../../moments/moments.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import { holmAdjusted } from '../compare/pairs.ts';
import { kendallTauB, type KendallTau } from './kendall.ts';

export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

export interface Correlation {
  /** Rows that have both. */
  readonly n: number;
  readonly r: number | null;
  /** Two-sided. */
  readonly p: number | null;
  /** 95 %, Pearson and Spearman. */
  readonly low: number | null;
  readonly high: number | null;
  /** Kendall: S over its standard error. */
  readonly z: number | null;
  /** With n − 1, Pearson only. */
  readonly covariance: number | null;
}

/** Holm's correction of p over the pairs of a table (1979, Scandinavian Journal of Statistics 6:65–70); null where there is no p. */
export function holmOverPairs(p: readonly (readonly (number | null)[])[]): readonly (readonly (number | null)[])[] {
  const pairs = p.flatMap((row, i) => row.slice(0, i).map((value, j) => ({ value, i, j })));
  const adjusted = holmAdjusted(pairs.map((pair) => pair.value));
  const out: (number | null)[][] = p.map((row) => row.map(() => null));
  pairs.forEach(({ i, j }, at) => {
    out[i]![j] = out[j]![i] = adjusted[at]!;
  });
  return out;
}

export interface CorrelationTable {
  /** Each variable against each; on the diagonal r = 1, no p, and its own n and variance. */
  readonly cells: readonly (readonly Correlation[])[];
}

/**
 * Correlation of two columns over the rows that have both (NaN: missing). Null where a column is constant or fewer than two rows are
 * left; p needs three, the interval four. Pearson and Spearman (Pearson of the midranks): p from t = r·√((n−2)/(1−r²)) with n − 2
 * degrees of freedom; interval by Fisher's z, tanh(artanh r ± 1.96·se), se = 1/√(n−3), of ranks √((1+r²/2)/(n−3)) (Bonett & Wright 2000,
 * Psychometrika 65:23–28). Kendall: tau-b, p by its normal approximation with ties; no interval.
 */
export function correlate(x: Float64Array, y: Float64Array, method: CorrelationMethod = 'pearson'): Correlation {
  let [a, b] = listwiseColumns([x, y]) as [Float64Array, Float64Array];
  const n = a.length;
  if (method === 'kendall') return correlationOfTau(n, kendallTauB(a, b));
  if (method === 'spearman') {
    a = ranksOf(a).ranks;
    b = ranksOf(b).ranks;
  }
  return correlationOfMoments(momentsOf([a, b]), method);
}

export function correlationOfTau(n: number, { tau, z }: KendallTau): Correlation {
  return { n, r: tau, p: z === null ? null : finite(2 * normalUpper(Math.abs(z))), low: null, high: null, z, covariance: null };
}

/** The same of the moments of two columns or, Spearman's, of their ranks. */
export function correlationOfMoments(moments: Moments, method: Exclude<CorrelationMethod, 'kendall'>): Correlation {
  const { n } = moments;
  const r = finite(correlationOf(moments)[0]![1]!);
  const pearson = method === 'pearson';
  const covariance = pearson && n > 1 ? finite(covarianceOf(moments)[0]![1]!) : null;
  if (r === null) return { n, r, p: null, low: null, high: null, z: null, covariance };
  const [low, high] = fisherInterval(r, n - 3, pearson ? 1 : 1 + (r * r) / 2);
  return { n, r, p: correlationP(r, n - 2), low, high, z: null, covariance };
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
    cells[i]![i] = withItself(momentsOf([used[i]!]), method);
  }
  return { cells };
}

/** What stands on the diagonal. */
export function withItself({ n, cross }: Moments, method: CorrelationMethod): Correlation {
  const varies = cross[0]![0]! > 0;
  const end = varies && method === 'pearson' ? 1 : null;
  const covariance = method === 'pearson' && n > 1 ? finite(cross[0]![0]! / (n - 1)) : null;
  return { n, r: varies ? 1 : null, p: null, low: end, high: end, z: null, covariance };
}

function correlationP(r: number, df: number): number | null {
  if (!(df > 0)) return null;
  return finite(tTwoSided(r * Math.sqrt(df / Math.max(0, (1 - r) * (1 + r))), df));
}

/** `count`: what takes the place of n − 3; `factor` times the variance of Fisher's z. */
function fisherInterval(r: number, count: number, factor = 1): [number | null, number | null] {
  if (count < 1) return [null, null];
  const half = normalQuantile(0.975) * Math.sqrt(factor / count);
  const z = atanh(r);
  return [finite(tanh(z - half)), finite(tanh(z + half))];
}

export interface PartialCorrelations {
  readonly n: number;
  readonly df: number;
  readonly r: readonly (readonly (number | null)[])[];
  readonly p: readonly (readonly (number | null)[])[];
  /** 95 %; none of Kendall's. */
  readonly low: readonly (readonly (number | null)[])[];
  readonly high: readonly (readonly (number | null)[])[];
}

/**
 * Correlations of `columns` with the linear effect of `controls` taken out of each, over the rows that have all of them; df = n − 2 − the
 * number of controls, interval by Fisher's z with 1/√(n − 3 − controls). Residual correlations S₁₁ − S₁₂S₂₂⁻¹S₂₁. Spearman: of the ranks
 * of these rows. Kendall: the same of tau-b (Kendall 1942, Biometrika 32:277–283), p by the normal distribution with
 * √(2(2m + 5)/(9m(m − 1))), m = n − controls (Kim 2015, Communications for Statistical Applications and Methods 22:665–674). Null when the
 * controls determine each other or nothing varies; a variable that they determine has null correlations.
 */
export function partialCorrelations(
  columns: readonly Float64Array[],
  controls: readonly Float64Array[],
  method: CorrelationMethod = 'pearson',
): PartialCorrelations | null {
  const used = listwiseColumns([...columns, ...controls]);
  return partialOf(correlationsOf(used, method), columns.length, used[0]?.length ?? 0, method);
}

/** The same of their correlations over `n` rows: those of the first `p` of them with the effects of the others taken out. */
export function partialOf(correlation: Matrix, p: number, n: number, method: CorrelationMethod): PartialCorrelations | null {
  const controls = correlation.length - p;
  const df = n - 2 - controls;
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
  const m = n - controls;
  const kendallP = (value: number): number | null =>
    m < 2 ? null : finite(2 * normalUpper(Math.abs(value) / Math.sqrt((2 * (2 * m + 5)) / (9 * m * (m - 1)))));
  const across95 = (value: number): readonly [number | null, number | null] =>
    method === 'kendall' ? [null, null] : fisherInterval(value, n - 3 - controls);
  const offDiagonal = (of: (value: number) => number | null): readonly (readonly (number | null)[])[] =>
    r.map((row, i) => row.map((value, j) => (value === null || i === j ? null : of(value))));
  return {
    n,
    df,
    r,
    p: offDiagonal((value) => (method === 'kendall' ? kendallP(value) : correlationP(value, df))),
    low: offDiagonal((value) => across95(value)[0]),
    high: offDiagonal((value) => across95(value)[1]),
  };
}

/** NaN where a column is constant. */
function correlationsOf(columns: readonly Float64Array[], method: CorrelationMethod): readonly (readonly number[])[] {
  if (method === 'kendall') return columns.map((x) => columns.map((y) => kendallTauB(x, y).tau ?? NaN));
  return correlationOf(momentsOf(method === 'spearman' ? columns.map((column) => ranksOf(column).ranks) : columns));
}
