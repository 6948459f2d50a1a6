// Studies set side by side: everything that a comparison report shows, computed. How it is written is result/comparison/*.
import { boundedMemo } from '../../memo/memo.ts';
import { withScores } from '../score/with-scores.ts';
import { analysedDifferently, type AnalysedDifference } from './analysed.ts';
import { askedVariables, type AskedVariable } from './asked.ts';
import { comparedRegressions, type ComparedRegression } from './coefficients.ts';
import { comparedInvariance, type ComparedInvariance } from './invariance.ts';
import { comparedScores, type ComparedScores } from './scores.ts';
import {
  comparedHypotheses,
  comparedItems,
  comparedReliability,
  type ComparedHypothesis,
  type ComparedItem,
  type ComparedReliability,
} from './side-by-side.ts';
import { comparedStructure, type ComparedStructure } from './structure.ts';
import { firstPage, type FirstPage } from './first-page.ts';
import { indexOf, isIndexOfFew, type ComparedStudy } from './study.ts';
import { suspicionsOf, type Suspicions } from './suspicions.ts';

export interface ComparedIndex {
  readonly name: string;
  readonly structure: ComparedStructure | null;
  readonly invariance: ComparedInvariance;
  readonly scores: ComparedScores | null;
  readonly suspicions: readonly Suspicions[];
}

export interface StudiesComparison {
  readonly studies: readonly ComparedStudy[];
  /** What can be compared, what differs, what can't be said: drawn from all that follows. */
  readonly firstPage: FirstPage;
  readonly asked: readonly AskedVariable[];
  readonly analysed: readonly AnalysedDifference[];
  readonly items: readonly ComparedItem[];
  readonly reliability: readonly ComparedReliability[];
  /**
   * Indices of the first study that every study declares and the first computed. What another study could not compute of its own is in
   * `left`; its answers are looked at all the same.
   */
  readonly indices: readonly ComparedIndex[];
  /** Its other indices, with the studies that lack them or could not compute them, or in which too few answered to be shown. */
  readonly left: readonly { readonly index: string; readonly studies: readonly string[]; readonly why: 'lacking' | 'few' }[];
  readonly regressions: readonly ComparedRegression[];
  readonly hypotheses: readonly ComparedHypothesis[];
}

export interface CompareOptions {
  /** Bootstrap samples for the intervals of congruence; 500 unless said. */
  readonly replications?: number;
}

/** Two or more studies, the original first. Pure, and the same for the same inputs: bootstrap samples come from the first study's seed. */
export function compareStudies(given: readonly ComparedStudy[], options: CompareOptions = {}): StudiesComparison {
  const studies = given.map((study) => ({ ...study, coded: withScores(study.plan, study.coded, study.frame, boundedMemo(), null).coded }));
  const names = studies[0]!.results.indices.map((one) => one.job.name);
  const without = (name: string): string[] => studies.filter((study) => indexOf(study, name) === null).map((study) => study.name);
  const declared = (study: ComparedStudy, name: string): boolean =>
    study.plan.jobs.some((job) => job.kind === 'index' && job.name === name);
  // Whatever is made of several studies would tell of few respondents among them.
  const few = new Map(names.map((name) => [name, studies.filter((study) => isIndexOfFew(study, name)).map((study) => study.name)]));
  const shared = names.filter(
    (name) => indexOf(studies[0]!, name) !== null && studies.every((study) => declared(study, name)) && few.get(name)!.length === 0,
  );
  const indices = shared.map(
    (name): ComparedIndex => ({
      name,
      structure: comparedStructure(studies, name, options.replications ?? 500),
      invariance: comparedInvariance(studies, name),
      scores: comparedScores(studies, name),
      suspicions: suspicionsOf(studies, name),
    }),
  );
  const found: Omit<StudiesComparison, 'firstPage'> = {
    studies,
    asked: askedVariables(studies),
    analysed: analysedDifferently(studies),
    items: comparedItems(studies),
    reliability: comparedReliability(studies),
    indices,
    left: names.flatMap((index): StudiesComparison['left'] => [
      ...(few.get(index)!.length > 0 ? [{ index, studies: few.get(index)!, why: 'few' as const }] : []),
      ...(without(index).length > 0 ? [{ index, studies: without(index), why: 'lacking' as const }] : []),
    ]),
    regressions: comparedRegressions(
      studies,
      indices.flatMap((one) => (one.scores === null ? [] : [one.scores])),
    ),
    hypotheses: comparedHypotheses(studies),
  };
  return { ...found, firstPage: firstPage(found) };
}
