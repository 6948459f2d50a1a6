// How an index's factors are extracted. One more way is one more entry here.
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { communalitiesOf, loadingsOf, principalComponents, type PrincipalComponents } from '../../procedures/factor/components.ts';
import { principalAxis, type Extraction } from '../../procedures/factor/extraction.ts';
import { likelihoodFactors, type LikelihoodFactors } from '../../procedures/factor/likelihood.ts';
import { option, type Chosen } from '../../contract/option.ts';
import type { Unrotated } from './rotate.ts';

/** Factors before rotation. */
export interface Extracted {
  readonly loadings: Matrix;
  readonly communalities: readonly number[];
  /** Where iterated communalities began; null for components. */
  readonly initial: readonly number[] | null;
  /** Items whose communality is above 1: there is no proper solution. */
  readonly improper: readonly number[];
  /** Items whose communality is held at 1, as far as it may go: a solution on the edge. */
  readonly atEdge: readonly number[];
  /** How far the factors are from the correlations; null where no likelihood says so. */
  readonly fit: Pick<LikelihoodFactors, 'discrepancy' | 'df'> | null;
  /** By SPSS's stopping rule; null when nothing was iterated. */
  readonly iterations: number | null;
  readonly converged: boolean;
}

interface Way {
  /** Null: there are no such factors. `found` are the components of the same matrix, where they are known already. */
  readonly extracted: (correlation: Matrix, kept: number, found?: PrincipalComponents) => Extracted | null;
  /** What the table of loadings says. */
  readonly note: string;
  /** How a hover says what the unrotated loadings are. */
  readonly formula: Unrotated & { readonly loadings: string; readonly source: string };
}

const axes = (correlation: Matrix, kept: number): Extracted | null => {
  const found = principalAxis(correlation, kept);
  return found === null ? null : iterated(found);
};
const iterated = (found: Extraction): Extracted => ({
  loadings: found.loadings,
  communalities: found.communalities,
  initial: found.initial,
  improper: found.heywood,
  atEdge: [],
  fit: null,
  iterations: found.spssStop.iterations,
  converged: found.converged,
});
const principal: Omit<Way, 'note'> = {
  extracted: axes,
  formula: {
    loadings: 'Λ = V√D of R with communalities in its diagonal, until they reproduce themselves',
    sign: 'A',
    of: 'principal axes of R',
    source: 'Harman 1976, Modern Factor Analysis; IBM SPSS Statistics Algorithms, FACTOR',
  },
};
const axisNote: string = 'Principal axes of the correlation matrix, communalities iterated to convergence';

export const extract = option<Way>()({
  word: 'extract',
  weighted: true,
  doc: 'How factors are extracted.',
  example: 'extract components',
  default: 'components',
  choices: {
    components: {
      doc: 'Principal components of the correlation matrix.',
      extracted: (correlation, kept, found) => {
        const loadings = loadingsOf(found ?? principalComponents(correlation), kept);
        return {
          loadings,
          communalities: communalitiesOf(loadings),
          initial: null,
          improper: [],
          atEdge: [],
          fit: null,
          iterations: null,
          converged: true,
        };
      },
      note: 'Principal components of the correlation matrix',
      formula: {
        loadings: 'Λ = V√D: components of R',
        sign: 'V√D',
        of: 'components of R',
        source: 'IBM SPSS Statistics Algorithms, FACTOR',
      },
    },
    axis: {
      doc: 'Principal axis factoring: common factors, communalities iterated from squared multiple correlations.',
      ...principal,
      note: axisNote,
    },
    principalAxis: { doc: 'The same as `axis`.', phrase: ['principal', 'axis'], ...principal, note: axisNote },
    minres: {
      doc: 'Least squares residual correlations (minres, unweighted least squares): where principal axes stand still.',
      ...principal,
      note: 'Factors of least squares residual correlations (minres)',
      formula: {
        loadings: 'Λ of the least Σ(rᵢⱼ − r̂ᵢⱼ)² off the diagonal',
        sign: 'A',
        of: 'factors of least squares residuals',
        source: 'Harman & Jones 1966, Psychometrika 31:351–368',
      },
    },
    ml: {
      doc: 'Maximum likelihood: common factors that make the correlations likeliest, with a test whether they are enough.',
      extracted: (correlation, kept) => {
        const found = likelihoodFactors(correlation, kept);
        return (
          found && {
            loadings: found.loadings,
            communalities: found.communalities,
            initial: found.initial,
            improper: [],
            atEdge: found.atEdge,
            fit: found,
            iterations: found.iterations,
            converged: found.converged,
          }
        );
      },
      note: 'Maximum-likelihood factors of the correlation matrix',
      formula: {
        loadings: 'Λ of the least ln|Σ| + tr(RΣ⁻¹), Σ = ΛΛ′ + Ψ',
        sign: 'A',
        of: 'maximum-likelihood factors of R',
        source: 'Jöreskog 1967, Psychometrika 32:443–482',
      },
    },
  },
});

export type Extract = Chosen<typeof extract>;

/** Whether an item's own part is left out: common factors, not components. */
export const hasUniqueParts = (rule: Extract): boolean => rule.kind !== 'components';

/** The factors of a correlation matrix as the rule has them. */
export function extractedBy(rule: Extract, correlation: Matrix, kept: number, found?: PrincipalComponents): Extracted | null {
  return extract.choices[rule.kind].extracted(correlation, kept, found);
}
