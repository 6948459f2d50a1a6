// McDonald's omega total from one factor.
import { square } from '../../numerics/powers.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { finite } from '../../numerics/finite.ts';
import { oneFactorLeastSquares, oneFactorLikelihood } from './one-factor.ts';

export interface Omega {
  /** From maximum-likelihood loadings on the correlations; null when the factor did not converge. */
  readonly total: number | null;
  /** The same loadings in the items' own units: the omega of the raw sum. */
  readonly totalRaw: number | null;
  /** From least-squares (minres) loadings. */
  readonly totalLeastSquares: number | null;
  readonly loadings: readonly number[];
  /** Some unique variance is zero: an improper solution, to be said wherever omega is shown. */
  readonly heywood: boolean;
}

/**
 * ω = (Σl)²/((Σl)² + Σ(1 − l²)) (McDonald 1999, Test Theory, equation 6.20b) for three items or more; null for fewer. `smc`: squared
 * multiple correlations, where the iterations start.
 */
export function omegaOf(correlation: Matrix, sds: readonly number[], smc: readonly number[]): Omega | null {
  const leastSquares = oneFactorLeastSquares(correlation, smc);
  const likelihood = oneFactorLikelihood(correlation, smc, leastSquares);
  if (likelihood === null) return null;
  const ones = sds.map(() => 1);
  return {
    total: likelihood.converged ? omegaTotal(likelihood.loadings, ones) : null,
    totalRaw: likelihood.converged ? omegaTotal(likelihood.loadings, sds) : null,
    totalLeastSquares: leastSquares !== null && leastSquares.converged ? omegaTotal(leastSquares.loadings, ones) : null,
    loadings: likelihood.loadings,
    heywood: likelihood.heywood || (leastSquares?.heywood ?? false),
  };
}

function omegaTotal(loadings: readonly number[], sds: readonly number[]): number | null {
  const common = square(loadings.reduce((t, l, i) => t + l * sds[i]!, 0));
  const unique = loadings.reduce((t, l, i) => t + (1 - l * l) * square(sds[i]!), 0);
  return finite(common / (common + unique));
}
