// Scores of an index three ways: by the first study's rule, by each study's own, by one of all answers together.
import { givenWeight, type IndexJob } from '../index/job.ts';
import type { IndexResult } from '../results.ts';
import { scoresThreeWays, type ThreeWays } from './three-ways.ts';
import { correlationOf, momentsOf } from '../../moments/moments.ts';
import { designMomentsOf } from '../../moments/design-weights.ts';
import type { Ends } from '../../procedures/composite/aggregate.ts';
import { declarationsOf } from '../composite/declarations.ts';
import { endsOf } from '../composite/ends.ts';
import { freezeScoring, scoreEnds, type Scoring, type ScoringRecipe } from '../index/scoring.ts';
import { independentTest, type TResult } from '../../procedures/compare/t-test.ts';
import { finite } from '../../numerics/finite.ts';
import type { ScoreSummary } from '../results.ts';
import { comparableItems, indexOf, itemColumns, weightsOf, type ComparedStudy } from './study.ts';

export interface ComparedScores {
  readonly index: string;
  /** The items scored: all of the first study's index, or fewer where something was not asked. */
  readonly items: readonly string[];
  /**
   * Some of the first study's items were not asked everywhere, or on other scales: even its own scores are made of fewer items here than in
   * its report.
   */
  readonly fewer: boolean;
  readonly ways: ThreeWays;
  /** One entry a study, in their order. */
  readonly studies: readonly ScoresOfStudy[];
}

export interface ScoresOfStudy {
  readonly study: string;
  /** As its own report has it: its own items, components, weights and range. Null where it has no score. */
  readonly own: ScoreSummary | null;
  /** Pearson's, of the first study's rule with its own, over its respondents. */
  readonly correlation: number | null;
  /**
   * This study's mean minus the first's, both by the first's rule, with Welch's interval and test; null for the first. The rule is taken as
   * it is: that it was estimated is not in the interval.
   */
  readonly difference: (TResult & { readonly estimate: number }) | null;
}

/** Null where the first study has no such index, or no scoring can be made of the common items. */
export function comparedScores(studies: readonly ComparedStudy[], name: string): ComparedScores | null {
  const index = indexOf(studies[0]!, name);
  const items = comparableItems(studies, name);
  if (index === null || items.length < 2) return null;
  const { job, result } = index;
  const samples = studies.map((study) => ({ name: study.name, columns: itemColumns(study, items, job.missing) }));
  const fewer = items.length < job.items.length;
  const kept = Math.min(result.kept, items.length);
  const composed = (
    job.components.length === 0
      ? Array.from({ length: kept }, (_, k) => k)
      : job.compose.map((one) => result.components.find((component) => component.name === one)?.position ?? -1)
  ).filter((position) => position >= 0 && position < kept);
  const recipe: ScoringRecipe = {
    components: kept,
    rule: { extract: job.extract, rotate: job.rotate, score: job.score },
    composed,
    weights: recipeWeights(job, composed.length),
    rescale: job.rescale,
    goalposts: { stated: job.goalposts, ends: itemEnds(studies[0]!, items) },
  };
  const ways = scoresThreeWays(
    samples,
    recipe,
    fewer ? undefined : scoringOf(job, result, samples[0]!.columns, composed, itemEnds(studies[0]!, items), weightsOf(studies[0]!, job)),
  );
  return ways === null
    ? null
    : { index: name, items, fewer, ways, studies: studies.map((study, k) => scoresOfStudy(study, name, ways, k)) };
}

function scoresOfStudy(study: ComparedStudy, name: string, ways: ThreeWays, at: number): ScoresOfStudy {
  const own = indexOf(study, name)?.result ?? null;
  const scores = own?.scores.get(name);
  const [first, here] = [ways.studies[0]!.frozen.scores.index, ways.studies[at]!.frozen.scores.index];
  const test = at === 0 ? null : independentTest(here, first);
  return {
    study: study.name,
    own: own?.summaries.get(name) ?? null,
    correlation: scores === undefined ? null : finite(correlationOf(momentsOf([here, scores]))[0]![1]!),
    difference: test === null ? null : { ...test.welch, estimate: test.mean[0] - test.mean[1] },
  };
}

/** Every study's values of an index or one of its components by the first study's rule; null where nothing of that name is scored. */
export function valuesByFirstRule(
  studies: readonly ComparedStudy[],
  scores: readonly ComparedScores[],
  outcome: string,
): readonly Float64Array[] | null {
  for (const { index, ways } of scores) {
    if (index === outcome) return ways.studies.map((study) => study.frozen.scores.index);
    const position = indexOf(studies[0]!, index)?.result.components.find((component) => component.name === outcome)?.position;
    if (position !== undefined && ways.studies[0]!.frozen.scores.components[position] !== undefined)
      return ways.studies.map((study) => study.frozen.scores.components[position]!);
  }
  return null;
}

/** What each item can be, by the study's declarations: read where goalposts are those of the scales. */
function itemEnds({ plan }: ComparedStudy, items: readonly string[]): readonly (Ends | null)[] {
  const all = declarationsOf(plan);
  return items.map((name) => endsOf(name, all));
}

function recipeWeights(job: IndexJob, composed: number): ScoringRecipe['weights'] {
  const { weight } = job;
  if (weight.kind === 'given') return job.compose.map((one) => givenWeight(weight, one)!);
  return weight.kind === 'equal' ? Array.from({ length: composed }, () => 1) : 'explained';
}

/** What the first study's report scored by: its loadings, coefficients and weights, with the goalposts of its own scores. */
function scoringOf(
  job: IndexJob,
  result: IndexResult,
  columns: readonly Float64Array[],
  composed: readonly number[],
  ends: readonly (Ends | null)[],
  sampling: Float64Array | null,
): Scoring {
  const moments = sampling === null ? momentsOf(columns) : designMomentsOf(columns, sampling);
  const weights = composed.map(
    (position) => result.components.find((one) => one.position === position && one.weight !== null)?.weight ?? result.explained[position]!,
  );
  const total = weights.reduce((sum, one) => sum + one, 0);
  const parts = {
    means: moments.means,
    sds: moments.cross.map((row, i) => Math.sqrt(row[i]! / (moments.n - 1))),
    coefficients: result.scoreCoefficients,
    composed,
    weights: weights.map((one) => one / total),
    loadings: result.loadings,
  };
  return freezeScoring(columns, parts, job.rescale, scoreEnds(job.goalposts, ends, parts), sampling);
}
