// Parameters of standardised items and factors, with standard errors by the delta method.
import { impliedBy, type Implied } from './implied.ts';
import type { FactorTable } from './table.ts';

/**
 * Each slot's parameter were items and factors of variance 1: λ·sd_f/sd_i, β·sd_g/sd_f, θ_ij/√(θ_iiθ_jj), θ_ii/σ_ii, ψ_fg/√(ψ_ffψ_gg),
 * ψ_ff/φ_ff, ν/sd_i (lavaan's `std.all`). NaN where a variance is not positive.
 */
function standardisedBy(table: FactorTable, implied: Implied): number[] {
  const { loadings, paths, factorCovariance, disturbances, residualCovariance, intercepts, factorMeans } = implied;
  const item = (i: number): number => Math.sqrt(implied.implied[i]![i]!);
  const factor = (f: number): number => Math.sqrt(factorCovariance[f]![f]!);
  return table.slots.map((slot) => {
    switch (slot.kind) {
      case 'loading':
        return (loadings[slot.item]![slot.factor]! * factor(slot.factor)) / item(slot.item);
      case 'path':
        return (paths[slot.factor]![slot.other]! * factor(slot.other)) / factor(slot.factor);
      case 'residual':
        return slot.item === slot.other
          ? residualCovariance[slot.item]![slot.item]! / implied.implied[slot.item]![slot.item]!
          : residualCovariance[slot.item]![slot.other]! /
              Math.sqrt(residualCovariance[slot.item]![slot.item]! * residualCovariance[slot.other]![slot.other]!);
      case 'covariance':
        return slot.factor === slot.other
          ? disturbances[slot.factor]![slot.factor]! / factorCovariance[slot.factor]![slot.factor]!
          : disturbances[slot.factor]![slot.other]! /
              Math.sqrt(disturbances[slot.factor]![slot.factor]! * disturbances[slot.other]![slot.other]!);
      case 'intercept':
        return intercepts[slot.item]! / item(slot.item);
      case 'mean':
        return factorMeans[slot.factor]! / factor(slot.factor);
    }
  });
}

export interface Standardised {
  readonly value: number | null;
  readonly se: number | null;
}

/** By slot of the first group; derivatives by differences of a ten-thousandth of a standard error. */
export function standardised(
  table: FactorTable,
  theta: readonly number[],
  covariance: readonly (readonly number[])[] | null,
  implied: (table: FactorTable, theta: ArrayLike<number>) => Implied = (own, at) => impliedBy(own, at, 0),
): Standardised[] {
  const values = standardisedBy(table, implied(table, theta));
  const slopes =
    covariance === null
      ? null
      : theta.map((value, k) => {
          const step = 1e-4 * Math.sqrt(Math.max(covariance[k]![k]!, 1e-12));
          const moved = (by: number): number[] =>
            standardisedBy(
              table,
              implied(
                table,
                theta.map((one, i) => (i === k ? value + by : one)),
              ),
            );
          const [up, down] = [moved(step), moved(-step)];
          return up.map((one, s) => (one - down[s]!) / (2 * step));
        });
  return values.map((value, s) => {
    if (!Number.isFinite(value)) return { value: null, se: null };
    if (slopes === null) return { value, se: null };
    let variance = 0;
    for (const [i, row] of slopes.entries())
      for (const [j, other] of slopes.entries()) variance += row[s]! * covariance![i]![j]! * other[s]!;
    // What does not move with the parameters, such as the loading of a factor's only item, has no error.
    return { value, se: variance > 1e-16 ? Math.sqrt(variance) : null };
  });
}
