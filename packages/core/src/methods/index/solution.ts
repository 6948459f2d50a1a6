// The factors of a correlation matrix as an index has them: extracted, rotated, and what scores are made by.
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { communalitiesOf, sumsOfSquares, type PrincipalComponents } from '../../procedures/factor/components.ts';
import { structureMatrix } from '../../procedures/factor/oblique.ts';
import { componentCoefficients, factorCoefficients } from '../../procedures/factor/scores.ts';
import { arrange } from '../../procedures/factor/varimax.ts';
import { extractedBy, hasUniqueParts, type Extract, type Extracted } from './extract.ts';
import { turned, type Rotate, type Turned } from './rotate.ts';

/** The clauses of an index that say what its factors are. */
export interface SolutionRule {
  readonly extract: Extract;
  readonly rotate: Rotate;
}

export interface Solution {
  readonly extracted: Extracted;
  readonly turned: Turned;
}

export type NoSolution =
  | { readonly failed: 'no factors' | 'extraction' | 'rotation' }
  /** Items whose communality exceeds 1. */
  | { readonly failed: 'improper'; readonly items: readonly number[] };

export function solutionOf(rule: SolutionRule, correlation: Matrix, kept: number, found?: PrincipalComponents): Solution | NoSolution {
  const extracted = extractedBy(rule.extract, correlation, kept, found);
  if (extracted === null) return { failed: 'no factors' };
  if (extracted.improper.length > 0) return { failed: 'improper', items: extracted.improper };
  if (!extracted.converged) return { failed: 'extraction' };
  const rotated = turned(extracted.loadings, rule.rotate);
  return rotated === null ? { failed: 'rotation' } : { extracted, turned: rotated };
}

/** Columns in another order with other signs, and the factor correlations with them. */
export function rearranged(
  { loadings, correlations }: Pick<Turned, 'loadings' | 'correlations'>,
  order: readonly number[],
  signs: readonly number[],
): Pick<Turned, 'loadings' | 'correlations'> {
  return {
    loadings: arrange(loadings, order, signs),
    correlations:
      correlations === null ? null : order.map((i, a) => order.map((j, b) => (a === b ? 1 : signs[a]! * signs[b]! * correlations[i]![j]!))),
  };
}

/** Items with factors; where factors are uncorrelated the loadings. */
export const structureOfFactors = ({ loadings, correlations }: Pick<Turned, 'loadings' | 'correlations'>): Matrix =>
  correlations === null ? loadings : structureMatrix(loadings, correlations);

/** Sums of squared loadings, a factor each: of the structure, as SPSS prints them, where factors correlate and share what they explain. */
export const sumsExplained = (solution: Pick<Turned, 'loadings' | 'correlations'>): number[] => sumsOfSquares(structureOfFactors(solution));

/** Σₖ of loading times structure: without correlations the row sum of squares. */
export function communalitiesIn(solution: Pick<Turned, 'loadings' | 'correlations'>): number[] {
  if (solution.correlations === null) return communalitiesOf(solution.loadings);
  const structure = structureOfFactors(solution);
  return solution.loadings.map((row, i) => row.reduce((sum, value, k) => sum + value * structure[i]![k]!, 0));
}

/** Coefficients of scores; null where they are not defined. Those of components need no inverse of the correlations. */
export function coefficientsOf(
  rule: SolutionRule,
  correlation: Matrix,
  solution: Pick<Turned, 'loadings' | 'correlations'>,
): number[][] | null {
  return hasUniqueParts(rule.extract)
    ? factorCoefficients(correlation, solution.loadings, solution.correlations, 'regression')
    : componentCoefficients(solution.loadings);
}
