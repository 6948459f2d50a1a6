// What the parameters of a factor model imply: covariances and means of items and factors.
import { multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import type { FactorTable } from './table.ts';

export interface Implied {
  readonly loadings: Matrix;
  /** Loadings of items on all factors, through those of the first order: Λ(I + B). */
  readonly reach: Matrix;
  readonly paths: Matrix;
  /** Of all factors: (I + B)Ψ(I + B)′. */
  readonly factorCovariance: Matrix;
  /** Ψ: of factors, or of what a second order leaves of them. */
  readonly disturbances: Matrix;
  readonly residuals: readonly number[];
  readonly residualCovariance: Matrix;
  readonly intercepts: readonly number[];
  /** (I + B)α. */
  readonly factorMeans: readonly number[];
  readonly implied: Matrix;
  readonly impliedMeans: readonly number[];
}

/** Σ = Λ(I + B)Ψ(I + B)′Λ′ + Θ, μ = ν + Λ(I + B)α, B the loadings of factors on those of the second order (Bollen 1989, chapter 7). */
export function impliedBy(table: FactorTable, theta: ArrayLike<number>, group: number): Implied {
  const p = table.items.length;
  const m = table.factors.length;
  const loadings = zeros(p, m);
  const paths = zeros(m, m);
  const disturbances = zeros(m, m);
  const residualCovariance = zeros(p, p);
  const intercepts = Array.from({ length: p }, () => 0);
  const means = Array.from({ length: m }, () => 0);
  let second = false;
  for (const [s, slot] of table.slots.entries()) {
    const at = table.index[group]![s]!;
    const value = at < 0 ? table.fixed[group]![s]! : theta[at]!;
    switch (slot.kind) {
      case 'loading':
        loadings[slot.item]![slot.factor] = value;
        break;
      case 'path':
        paths[slot.factor]![slot.other] = value;
        second = true;
        break;
      case 'residual':
        residualCovariance[slot.item]![slot.other] = residualCovariance[slot.other]![slot.item] = value;
        break;
      case 'intercept':
        intercepts[slot.item] = value;
        break;
      case 'mean':
        means[slot.factor] = value;
        break;
      case 'covariance':
        disturbances[slot.factor]![slot.other] = disturbances[slot.other]![slot.factor] = value;
        break;
    }
  }
  const through = paths.map((row, i) => row.map((value, j) => (i === j ? 1 + value : value)));
  const reach = second ? multiply(loadings, through) : loadings;
  const factorCovariance = second ? multiply(multiply(through, disturbances), transpose(through)) : disturbances;
  const factorMeans = second ? through.map((row) => row.reduce((sum, value, f) => sum + value * means[f]!, 0)) : means;
  const implied = m === 0 ? zeros(p, p) : multiply(multiply(loadings, factorCovariance), transpose(loadings));
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) implied[i]![j] = implied[i]![j]! + residualCovariance[i]![j]!;
  return {
    loadings,
    reach,
    paths,
    factorCovariance,
    disturbances,
    residuals: residualCovariance.map((row, i) => row[i]!),
    residualCovariance,
    intercepts,
    factorMeans,
    implied,
    impliedMeans: loadings.map((row, i) => intercepts[i]! + row.reduce((sum, value, f) => sum + value * factorMeans[f]!, 0)),
  };
}

function zeros(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
}
