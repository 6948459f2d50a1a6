// A scoring held fast: everything that turns answers into an index, taken from one study, so that it can be applied to another's answers.
import { designMomentsOf } from '../../moments/design-weights.ts';
import {
  composite,
  possibleRange,
  proportionalWeights,
  rangeOfValues,
  type RescaleRule,
  type ScoreEnds,
} from '../../procedures/composite/composite.ts';
import type { Goalposts as StatedGoalposts } from '../composite/job.ts';
import { correlationOf, momentsOf } from '../../moments/moments.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { scoresOf } from '../../procedures/factor/scores.ts';
import { matchColumns } from '../../procedures/congruence/tucker.ts';
import { coefficientsOf, rearranged, sumsExplained, type SolutionRule } from './solution.ts';
import { solutionOfColumns } from './structures.ts';

interface Goalposts {
  readonly low: number;
  readonly high: number;
}
interface Standard {
  readonly mean: number;
  readonly sd: number;
}

/** The rule with what it took from the study's scores: the observed range of a min–max, the mean and SD of T scores. */
export type FrozenRescale =
  | { readonly kind: 'none' }
  | { readonly kind: 't'; readonly index: Standard; readonly components: readonly Standard[] }
  | {
      readonly kind: 'range';
      readonly low: number;
      readonly high: number;
      readonly index: Goalposts;
      readonly components: readonly Goalposts[];
    }
  | { readonly kind: 'components'; readonly low: number; readonly high: number; readonly components: readonly Goalposts[] };

export interface Scoring {
  /** Of the items, in their order. */
  readonly means: readonly number[];
  readonly sds: readonly number[];
  /** Items × components. */
  readonly coefficients: Matrix;
  /** Positions of the components that the index is made of, and their weights. */
  readonly composed: readonly number[];
  readonly weights: readonly number[];
  readonly rescale: FrozenRescale;
  /** Rotated loadings that it came from. */
  readonly loadings: Matrix;
}

export interface AppliedScores {
  readonly index: Float64Array;
  readonly components: readonly Float64Array[];
  /**
   * Scores beyond the goalposts, kept as they are: answers more extreme than any in the study that the scoring came from. Zeros without
   * goalposts.
   */
  readonly outside: {
    readonly index: { readonly below: number; readonly above: number };
    readonly components: readonly { readonly below: number; readonly above: number }[];
  };
}

export interface ScoringRecipe {
  readonly components: number;
  readonly rule: SolutionRule;
  /** Positions in the order of `target` where there is one, else by explained variance. */
  readonly composed: readonly number[];
  /** Given weights (brought to a sum of 1), or the rotated shares of explained variance. */
  readonly weights: 'explained' | readonly number[];
  readonly rescale: RescaleRule;
  /** Observed unless said; `ends`: what each item can be, where they are those of the scales. */
  readonly goalposts?: { readonly stated: StatedGoalposts; readonly ends: readonly (Goalposts | null)[] };
  /** Loadings of another study: own components are put into its order and signs (not rotated). */
  readonly target?: Matrix;
}

/** Scores by a scoring that came from elsewhere, or from these answers. A row with a missing item has no score (NaN). */
export function applyScoring(scoring: Scoring, columns: readonly Float64Array[]): AppliedScores {
  const { rescale } = scoring;
  const raw = scoresOf(columns, scoring.means, scoring.sds, scoring.coefficients);
  const whole = (parts: readonly Float64Array[]): Float64Array =>
    scoring.composed.length === 0
      ? new Float64Array(columns[0]?.length ?? 0).fill(NaN)
      : composite(
          scoring.composed.map((k) => parts[k]!),
          scoring.weights,
        );
  const none = { below: 0, above: 0 };
  switch (rescale.kind) {
    case 'none':
      return { index: whole(raw), components: raw, outside: { index: none, components: raw.map(() => none) } };
    case 't':
      return {
        index: standardised(whole(raw), rescale.index),
        components: raw.map((column, k) => standardised(column, rescale.components[k]!)),
        outside: { index: none, components: raw.map(() => none) },
      };
    case 'range': {
      const index = between(whole(raw), rescale.index, rescale);
      const components = raw.map((column, k) => between(column, rescale.components[k]!, rescale));
      return {
        index,
        components,
        outside: { index: beyond(index, rescale), components: components.map((column) => beyond(column, rescale)) },
      };
    }
    case 'components': {
      const components = raw.map((column, k) => between(column, rescale.components[k]!, rescale));
      const index = whole(components);
      return {
        index,
        components,
        outside: { index: beyond(index, rescale), components: components.map((column) => beyond(column, rescale)) },
      };
    }
  }
}

/**
 * The scoring that a study's own answers give: factors of its correlations, rotated; coefficients of scores; weights; goalposts from its
 * own scores. Columns as the study's missing policy left them: means, SDs and correlations come from the rows without a missing item. Null
 * when an item does not vary or there are fewer rows than items.
 */
export function estimateScoring(columns: readonly Float64Array[], recipe: ScoringRecipe): Scoring | null {
  const moments = momentsOf(columns);
  if (moments.n <= columns.length || moments.cross.some((row, i) => !(row[i]! > 0))) return null;
  const own = solutionOfColumns(columns, recipe.components, recipe.rule);
  if (own === null) return null;
  const match = recipe.target === undefined ? null : matchColumns(recipe.target, own.loadings);
  const solution = match === null ? own : rearranged(own, match.columns, match.signs);
  const { loadings } = solution;
  const coefficients = coefficientsOf(recipe.rule, correlationOf(moments), solution);
  if (coefficients === null) return null;
  const shares = sumsExplained(solution);
  const weights = proportionalWeights(recipe.weights === 'explained' ? recipe.composed.map((k) => shares[k]!) : recipe.weights);
  const sds = moments.cross.map((row, i) => Math.sqrt(row[i]! / (moments.n - 1)));
  const parts = { means: moments.means, sds, coefficients, composed: recipe.composed, weights, loadings };
  const { goalposts } = recipe;
  return freezeScoring(columns, parts, recipe.rescale, goalposts === undefined ? null : scoreEnds(goalposts.stated, goalposts.ends, parts));
}

/** What an index's `goalposts` make the ends of its composite and of its components; null where they are its own values. */
export function scoreEnds(
  stated: StatedGoalposts,
  items: readonly (Goalposts | null)[],
  parts: Pick<Scoring, 'means' | 'sds' | 'coefficients' | 'composed' | 'weights'>,
): ScoreEnds | null {
  const kept = parts.coefficients[0]?.length ?? 0;
  const all = (one: (k: number) => Goalposts): Goalposts[] => Array.from({ length: kept }, (_, k) => one(k));
  if (stated.kind === 'range') return { index: stated, components: all(() => stated) };
  if (stated.kind === 'observed' || items.some((one) => one === null)) return null;
  const ends = items as readonly Goalposts[];
  const of = (coefficient: (row: readonly number[]) => number): Goalposts =>
    possibleRange(parts.coefficients.map(coefficient), parts, ends);
  return {
    index: of((row) => parts.composed.reduce((total, k, at) => total + parts.weights[at]! * row[k]!, 0)),
    components: all((k) => of((row) => row[k]!)),
  };
}

/** Adds to coefficients and weights the goalposts (or mean and SD, by `sampling` weights) that their scores of these answers give. */
export function freezeScoring(
  columns: readonly Float64Array[],
  parts: Omit<Scoring, 'rescale'>,
  rule: RescaleRule,
  ends: ScoreEnds | null = null,
  sampling: Float64Array | null = null,
): Scoring {
  const standardOf = (values: Float64Array): Standard => {
    const moments = sampling === null ? momentsOf([values]) : designMomentsOf([values], sampling);
    return { mean: moments.means[0]!, sd: Math.sqrt(moments.cross[0]![0]! / (moments.n - 1)) };
  };
  const raw = applyScoring({ ...parts, rescale: { kind: 'none' } }, columns);
  const range = (values: Float64Array): Goalposts => rangeOfValues(values) ?? { low: NaN, high: NaN };
  switch (rule.kind) {
    case 'none':
      return { ...parts, rescale: { kind: 'none' } };
    case 't':
      return { ...parts, rescale: { kind: 't', index: standardOf(raw.index), components: raw.components.map(standardOf) } };
    case 'range':
      return {
        ...parts,
        rescale: {
          kind: 'range',
          low: rule.low,
          high: rule.high,
          index: ends?.index ?? range(raw.index),
          components: ends?.components ?? raw.components.map(range),
        },
      };
    case 'components':
      return {
        ...parts,
        rescale: { kind: 'components', low: rule.low, high: rule.high, components: ends?.components ?? raw.components.map(range) },
      };
  }
}

/** Linear map of the goalposts onto low..high, without an end: what lies outside stays outside. */
function between(values: Float64Array, from: Goalposts, to: Goalposts): Float64Array {
  if (!(from.high > from.low)) return new Float64Array(values.length).fill(NaN);
  const factor = (to.high - to.low) / (from.high - from.low);
  return values.map((value) => (value === from.high ? to.high : value === from.low ? to.low : to.low + (value - from.low) * factor));
}

function beyond(values: Float64Array, to: Goalposts): { below: number; above: number } {
  // A hair's breadth of rounding is not outside.
  const slack = 1e-9 * (to.high - to.low);
  let below = 0;
  let above = 0;
  for (const value of values) {
    if (value < to.low - slack) below += 1;
    else if (value > to.high + slack) above += 1;
  }
  return { below, above };
}

function standardised(values: Float64Array, by: Standard): Float64Array {
  return values.map((value) => 50 + (10 * (value - by.mean)) / by.sd);
}
