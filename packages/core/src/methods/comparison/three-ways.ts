// Scores of several studies three ways side by side: by the original's scoring, by each study's own, and by one of all together.
import { correlationOf, momentsOf } from '../../moments/moments.ts';
import { finite } from '../../numerics/finite.ts';
import { rangeOfValues } from '../../procedures/composite/composite.ts';
import { applyScoring, estimateScoring, type AppliedScores, type Scoring, type ScoringRecipe } from '../index/scoring.ts';

export interface ScoreSummaryOf {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface ScoredWay {
  readonly scoring: Scoring;
  readonly scores: AppliedScores;
  readonly index: ScoreSummaryOf;
  readonly components: readonly ScoreSummaryOf[];
}

export interface StudyThreeWays {
  readonly name: string;
  /** The original's means, SDs, coefficients, weights and goalposts. Comparable across studies; may leave the goalposts. */
  readonly frozen: ScoredWay;
  /** The study's own. Each study fills its own range: means of different studies must not be compared. Null when it cannot be estimated. */
  readonly reestimated: ScoredWay | null;
  /** Estimated from all studies' rows together. Comparable across studies. Null when it cannot be estimated. */
  readonly pooled: ScoredWay | null;
  /** Pearson correlations of the index among the same respondents. */
  readonly frozenWithReestimated: number | null;
  readonly frozenWithPooled: number | null;
}

export interface ThreeWays {
  readonly studies: readonly StudyThreeWays[];
  /** Whether the rule stretches each study's own range: then re-estimated means say nothing across studies. */
  readonly stretches: boolean;
}

/**
 * Scores every study three ways. The first study is the original. Columns hold the same items in the same order, harmonised, as each
 * study's missing policy left them. `original`: its scoring, where the study has one already (for example with substituted means or named
 * components); else it is estimated by the recipe. Null when the original has no scoring.
 */
export function scoresThreeWays(
  studies: readonly { readonly name: string; readonly columns: readonly Float64Array[] }[],
  recipe: ScoringRecipe,
  original?: Scoring,
): ThreeWays | null {
  const first = studies[0];
  const frozen = original ?? (first === undefined ? null : estimateScoring(first.columns, recipe));
  if (first === undefined || frozen === null) return null;
  const matched: ScoringRecipe = { ...recipe, target: frozen.loadings };
  const together = first.columns.map((_, item) => Float64Array.from(studies.flatMap((study) => [...study.columns[item]!])));
  const common = estimateScoring(together, matched);
  return {
    stretches:
      recipe.rescale.kind === 't' ||
      (recipe.rescale.kind !== 'none' && (recipe.goalposts === undefined || recipe.goalposts.stated.kind === 'observed')),
    studies: studies.map(({ name, columns }, i) => {
      const own = i === 0 ? frozen : estimateScoring(columns, matched);
      const ways = [frozen, own, common].map((scoring) => (scoring === null ? null : scored(scoring, columns)));
      const [byOriginal, bySelf, byAll] = ways as [ScoredWay, ScoredWay | null, ScoredWay | null];
      return {
        name,
        frozen: byOriginal,
        reestimated: bySelf,
        pooled: byAll,
        frozenWithReestimated: correlated(byOriginal, bySelf),
        frozenWithPooled: correlated(byOriginal, byAll),
      };
    }),
  };
}

function scored(scoring: Scoring, columns: readonly Float64Array[]): ScoredWay {
  const scores = applyScoring(scoring, columns);
  return { scoring, scores, index: summaryOf(scores.index), components: scores.components.map(summaryOf) };
}

function summaryOf(values: Float64Array): ScoreSummaryOf {
  const moments = momentsOf([values]);
  const range = rangeOfValues(values);
  if (range === null) return { n: 0, mean: null, sd: null, min: null, max: null };
  return {
    n: moments.n,
    mean: moments.means[0]!,
    sd: moments.n > 1 ? Math.sqrt(moments.cross[0]![0]! / (moments.n - 1)) : null,
    min: range.low,
    max: range.high,
  };
}

function correlated(a: ScoredWay, b: ScoredWay | null): number | null {
  return b === null ? null : finite(correlationOf(momentsOf([a.scores.index, b.scores.index]))[0]![1]!);
}
