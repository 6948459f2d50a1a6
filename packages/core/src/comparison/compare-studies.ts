// Studies set side by side: everything that a comparison report shows, computed. How it is written is result/comparison/*.
import { askedVariables, type AskedVariable } from './asked.ts';
import { comparedRegressions, type ComparedRegression } from './coefficients.ts';
import { comparedInvariance, type ComparedInvariance } from './invariance.ts';
import { comparedScores, type ComparedScores } from './scores.ts';
import { comparedHypotheses, comparedItems, comparedReliability, type ComparedHypothesis, type ComparedItem, type ComparedReliability } from './side-by-side.ts';
import { comparedStructure, type ComparedStructure } from './structure.ts';
import { indexOf, type ComparedStudy } from './study.ts';
import { suspicionsOf, type Suspicions } from './suspicions.ts';

export interface ComparedIndex { readonly name: string; readonly structure: ComparedStructure | null; readonly invariance: ComparedInvariance; readonly scores: ComparedScores | null; readonly suspicions: readonly Suspicions[] }

export interface StudiesComparison {
  readonly studies: readonly ComparedStudy[];
  readonly asked: readonly AskedVariable[];
  readonly items: readonly ComparedItem[];
  readonly reliability: readonly ComparedReliability[];
  /** Indices of the first study that every study has. */
  readonly indices: readonly ComparedIndex[];
  /** Its other indices, with the studies that lack them or could not compute them. */
  readonly left: readonly { readonly index: string; readonly studies: readonly string[] }[];
  readonly regressions: readonly ComparedRegression[];
  readonly hypotheses: readonly ComparedHypothesis[];
}

export interface CompareOptions {
  /** Bootstrap samples for the intervals of congruence; 500 unless said. */
  readonly replications?: number;
}

/** Two or more studies, the original first. Pure, and the same for the same inputs: bootstrap samples come from the first study's seed. */
export function compareStudies(studies: readonly ComparedStudy[], options: CompareOptions = {}): StudiesComparison {
  const names = studies[0]!.results.indices.map((one) => one.job.name);
  const without = (name: string): string[] => studies.filter((study) => indexOf(study, name) === null).map((study) => study.name);
  const shared = names.filter((name) => without(name).length === 0);
  return {
    studies, asked: askedVariables(studies), items: comparedItems(studies), reliability: comparedReliability(studies),
    indices: shared.map((name) => ({ name, structure: comparedStructure(studies, name, options.replications ?? 500), invariance: comparedInvariance(studies, name), scores: comparedScores(studies, name), suspicions: suspicionsOf(studies, name) })),
    left: names.filter((name) => !shared.includes(name)).map((index) => ({ index, studies: without(index) })),
    regressions: comparedRegressions(studies),
    hypotheses: comparedHypotheses(studies),
  };
}
