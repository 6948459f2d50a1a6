// Deprivation counted with two cutoffs: who is deprived of what, who is poor, and how much (Alkire & Foster).
import type { Codes } from '../../counts/points.ts';
import { designSize, surveyDesign, type DesignFailure, type DesignInput, type SurveyDesign } from '../survey/design.ts';
import { surveyMean, type SurveyMean } from '../survey/estimates.ts';

export interface DeprivationInput {
  /** An indicator a column, a respondent a row: 1 deprived, 0 not, NaN unknown. */
  readonly deprived: readonly Float64Array[];
  /** Of the indicators; they sum to 1. */
  readonly weights: readonly number[];
  /** Poor is who is deprived in at least this share of the weights. */
  readonly cutoff: number;
  /** Groups a row, from 0; -1 none. */
  readonly groups?: Codes;
  /** How many groups there are; the greatest code and one more where left out. */
  readonly levels?: number;
  /** Rows that are estimated for, a domain of the design; all where left out. */
  readonly members?: Uint8Array;
  /** The design has no standard errors. */
  readonly withoutErrors?: boolean;
}

/** An estimate; null where nobody is there that it is of. */
export type Deprived = Pick<SurveyMean, 'mean' | 'se' | 'low' | 'high'>;

export interface DeprivationOf {
  readonly n: number;
  /** Share of the population. */
  readonly share: number | null;
  /** H, the share that is poor. */
  readonly headcount: Deprived;
  /** A, the mean share of deprivations of the poor. */
  readonly intensity: Deprived;
  /** M0 = H·A. */
  readonly adjusted: Deprived;
}

export interface Deprivation extends DeprivationOf {
  /** Rows that lack an answer to an indicator, which are left out. */
  readonly excluded: number;
  /** Weighted share of deprivations, a row; NaN of who is left out. */
  readonly scores: Float64Array;
  readonly meanScore: number | null;
  /** By indicator: the share that is deprived, that is poor and deprived, and 100·w·(the latter)/M0. */
  readonly uncensored: readonly (number | null)[];
  readonly censored: readonly (number | null)[];
  readonly contributions: readonly (number | null)[];
  /** In the order of their codes, with what each contributes to M0, in percent. */
  readonly groups: readonly (DeprivationOf & { readonly contribution: number | null })[];
}

/** A share of 1/3 is reached by 1/6 + 1/6, whatever rounding makes of them. */
const SLACK = 1e-9;

/**
 * H, A and M0 = H·A with the shares of each indicator (Alkire & Foster 2011, Journal of Public Economics 95:476–487, sections 3 and 5;
 * Alkire et al. 2015, Multidimensional Poverty Measurement and Analysis, ch. 5 and 8). Standard errors by Taylor linearisation in the
 * design; A is a ratio, the mean among the poor. t has the design's degrees of freedom. Rows with an unknown indicator are left out.
 */
export function deprivationIn(design: SurveyDesign, input: DeprivationInput): Deprivation {
  const { deprived, weights, cutoff, groups, members: chosen } = input;
  const isWhole = (row: number): boolean => deprived.every((column) => !Number.isNaN(column[row]!));
  const isChosen = (row: number): boolean => design.weights[row]! > 0 && chosen?.[row] !== 0;
  const rows = design.weights.length;
  const scores = Float64Array.from({ length: rows }, (_, row) =>
    isChosen(row) && isWhole(row) ? deprived.reduce((sum, column, j) => sum + weights[j]! * column[row]!, 0) : NaN,
  );
  const isPoor = Uint8Array.from(scores, (score) => (score >= cutoff - SLACK ? 1 : 0));
  const known = Uint8Array.from(scores, (score) => (Number.isNaN(score) ? 0 : 1));
  const df = input.withoutErrors === true ? 0 : designSize(design, known).df;
  const poor = Float64Array.from(scores, (score, row) => (Number.isNaN(score) ? NaN : isPoor[row]!));
  const censored = Float64Array.from(scores, (score, row) => (Number.isNaN(score) ? NaN : isPoor[row]! * score));
  const mean = (values: Float64Array, members: Uint8Array): SurveyMean => surveyMean(design, values, { members, df });
  const whole = mean(poor, known);
  const of = (members: Uint8Array): DeprivationOf => {
    const headcount = mean(poor, members);
    return {
      n: headcount.n,
      share: headcount.n === 0 ? null : headcount.weights.sum / whole.weights.sum,
      headcount,
      intensity: mean(
        scores,
        members.map((one, row) => one * isPoor[row]!),
      ),
      adjusted: mean(censored, members),
    };
  };
  const all = of(known);
  const adjusted = all.adjusted.mean;
  const shares = (column: Float64Array, among: Float64Array | null): number | null =>
    mean(among === null ? column : column.map((value, row) => value * among[row]!), known).mean;
  const both = deprived.map((column) => shares(column, poor));
  const percent = (part: number | null): number | null =>
    part === null || adjusted === null || adjusted === 0 ? null : (100 * part) / adjusted;
  const count = groups === undefined ? 0 : (input.levels ?? Array.from<number>(groups).reduce((most, code) => Math.max(most, code + 1), 0));
  return {
    ...all,
    excluded: design.weights.reduce((sum, _, row) => sum + (isChosen(row) && !isWhole(row) ? 1 : 0), 0),
    scores,
    meanScore: mean(scores, known).mean,
    uncensored: deprived.map((column) => shares(column, null)),
    censored: both,
    contributions: both.map((share, j) => percent(share === null ? null : weights[j]! * share)),
    groups: Array.from({ length: count }, (_, code) => {
      const one = of(known.map((member, row) => (groups![row] === code ? member : 0)));
      const part = one.share === null || one.adjusted.mean === null ? null : one.share * one.adjusted.mean;
      return { ...one, contribution: percent(part) };
    }),
  };
}

/** The same where the rows without every indicator are no part of the sample: they leave the design. */
export function deprivationOf({
  design: drawn,
  ...input
}: DeprivationInput & { readonly design: DesignInput }): Deprivation | DesignFailure {
  const isWhole = (row: number): boolean => input.deprived.every((column) => !Number.isNaN(column[row]!));
  const design = surveyDesign({ ...drawn, weights: drawn.weights.map((weight, row) => (isWhole(row) ? weight : 0)) });
  if ('problem' in design) return design;
  const excluded = drawn.weights.reduce((sum, weight, row) => sum + (weight > 0 && !isWhole(row) ? 1 : 0), 0);
  return { ...deprivationIn(design, input), excluded };
}
