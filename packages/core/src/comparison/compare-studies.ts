// Studies set side by side: everything that a comparison report shows, computed. How it is written is result/comparison/*.
import { askedVariables, type AskedVariable } from './asked.ts';
import { comparedRegressions, type ComparedRegression } from './coefficients.ts';
import { comparedInvariance, type ComparedInvariance } from './invariance.ts';
import { comparedScores, type ComparedScores } from './scores.ts';
import { comparedHypotheses, comparedItems, comparedReliability, type ComparedHypothesis, type ComparedItem, type ComparedReliability } from './side-by-side.ts';
import { comparedStructure, type ComparedStructure } from './structure.ts';
import type { ComparedStudy } from './study.ts';
import { suspicionsOf, type Suspicions } from './suspicions.ts';

export interface ComparedIndex { readonly name: string; readonly structure: ComparedStructure | null; readonly invariance: ComparedInvariance; readonly scores: ComparedScores | null; readonly suspicions: readonly Suspicions[] }

export interface StudiesComparison {
  readonly studies: readonly ComparedStudy[];
  readonly asked: readonly AskedVariable[];
  readonly items: readonly ComparedItem[];
  readonly reliability: readonly ComparedReliability[];
  /** Indices of the first study that every study has. */
  readonly indices: readonly ComparedIndex[];
  readonly regressions: readonly ComparedRegression[];
  readonly hypotheses: readonly ComparedHypothesis[];
}

export interface CompareOptions {
  /** Bootstrap samples for the intervals of congruence; 500 unless said. */
  readonly replications?: number;
}

/** Two or more studies, the original first. Pure, and the same for the same inputs: bootstrap samples come from the first study's seed. */
export function compareStudies(studies: readonly ComparedStudy[], options: CompareOptions = {}): StudiesComparison {
  const shared = studies[0]!.results.indices.map((one) => one.job.name).filter((name) => studies.every((study) => study.results.indices.some((one) => one.job.name === name)));
  return {
    studies, asked: askedVariables(studies), items: comparedItems(studies), reliability: comparedReliability(studies),
    indices: shared.map((name) => ({ name, structure: comparedStructure(studies, name, options.replications ?? 500), invariance: comparedInvariance(studies, name), scores: comparedScores(studies, name), suspicions: suspicionsOf(studies, name) })),
    regressions: comparedRegressions(studies),
    hypotheses: comparedHypotheses(studies),
  };
}
