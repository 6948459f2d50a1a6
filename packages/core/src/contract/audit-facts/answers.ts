// Facts of means, SDs and frequencies: of whole answers, of dimensions, of groups, of the levels of a category.
import type { Ends, Restored, Shown, ShownRange, SlipFact } from './figures.ts';

/** n answers with a sum, and their mean. */
export interface SumOfAnswers {
  readonly total: Shown;
  readonly n: number;
  readonly mean: Shown;
}

/** The two sums on either side of a mean that no sum gives. */
export interface AroundMean {
  readonly printed: string;
  readonly product: Shown;
  readonly below: SumOfAnswers;
  readonly above: SumOfAnswers;
}

/** Why whole answers cannot have an SD. */
export type SdReason =
  | { readonly of: 'largest'; readonly largest: number }
  | { readonly of: 'no-sum' }
  /** Sum and sum of squares in steps above the scale's origin, and the smallest and largest that the latter can be. */
  | {
      readonly of: 'squares';
      readonly sum: number;
      readonly low: number;
      readonly high: number;
      readonly least: number;
      readonly most: number;
    };

/** What would explain an SD. */
export type SdOption =
  | { readonly of: 'divided-by-n' }
  | { readonly of: 'at-most'; readonly largest: Shown }
  | { readonly of: 'near'; readonly texts: readonly string[] }
  /**
   * One answer off the scale: those that would do, the likeliest of them, and the others with it. `twice`: one of the scale typed twice.
   */
  | {
      readonly of: 'stray-answer';
      readonly values: readonly number[];
      readonly best: number;
      readonly twice: boolean;
      readonly others: { readonly n: number; readonly mean: number; readonly sd: number };
    };

/** A mean read otherwise that makes a dimension's mean follow from its items'. */
export type MeanOption =
  | { readonly of: 'turned-round'; readonly name: string; readonly ends: number; readonly printed: string; readonly text: string }
  | { readonly of: 'texts'; readonly name: string; readonly texts: readonly string[] }
  | { readonly of: 'range'; readonly name: string; readonly range: ShownRange };

/** What would make a total follow from its groups. */
export type TotalOption =
  | { readonly of: 'total'; readonly range: ShownRange }
  | { readonly of: 'texts'; readonly name: string; readonly texts: readonly string[] }
  | { readonly of: 'exchanged'; readonly one: string; readonly other: string }
  | { readonly of: 'cases'; readonly name: string; readonly n: number };

/** A weighted mean of groups, against the total that is printed. */
export interface MeanOfGroups {
  readonly score: string;
  readonly groups: readonly { readonly count: string; readonly mean: string }[];
  readonly n: number;
  readonly mean: ShownRange;
  readonly printed: string;
}

/** What would make all totals of a table follow: another number of cases in one group, or other valid numbers in all (null: no choice). */
export type TotalsOption =
  | { readonly of: 'cases'; readonly groups: readonly { readonly name: string; readonly n: number }[] }
  | { readonly of: 'none' }
  | { readonly of: 'valid'; readonly total: number; readonly groups: readonly { readonly name: string; readonly n: number }[] };

/** A count, of how many, and its printed percentage. */
export interface LevelShare {
  readonly name: string;
  readonly count: string;
  readonly value: number;
  readonly percent: string;
  readonly decimals: number;
}

/** What would make a level's percentage that of its count. */
export type ShareOption =
  | { readonly of: 'percent'; readonly name: string; readonly text: string }
  | { readonly of: 'counts'; readonly name: string; readonly counts: readonly number[] };

export type AnswerFinding =
  | { readonly kind: 'mean-off-scale'; readonly address: string; readonly printed: string; readonly ends: Ends }
  | {
      readonly kind: 'mean-of-wholes';
      /** The item, or (at a level) the whole address. */
      readonly name: string;
      readonly level: boolean;
      readonly printed: string;
      readonly n: number;
      readonly ends: Ends;
      readonly around: AroundMean;
      readonly upTo: number;
      readonly fits: readonly number[];
      readonly example: SumOfAnswers | null;
    }
  | {
      readonly kind: 'means-of-wholes';
      readonly items: readonly { readonly name: string; readonly printed: string; readonly fits: readonly number[] }[];
      readonly sample: number;
      /** Of the first item. */
      readonly ends: Ends;
      readonly around: AroundMean;
      readonly example: SumOfAnswers;
      readonly common: readonly number[];
    }
  | {
      readonly kind: 'sd-of-wholes';
      readonly name: string;
      readonly printed: string;
      readonly n: number;
      /** Its own n is not printed. */
      readonly upTo: boolean;
      readonly ends: Ends;
      readonly mean: string;
      readonly why: SdReason;
      readonly option: SdOption;
    }
  | {
      readonly kind: 'mean-of-means';
      readonly name: string;
      readonly printed: string;
      readonly parts: readonly string[];
      readonly mean: ShownRange;
      readonly options: readonly MeanOption[];
      /** The share of respondents who would have had to leave something out, and that who can have, where it is known. */
      readonly missing: { readonly needed: number; readonly known: number | null; readonly open: boolean } | null;
    }
  | {
      readonly kind: 'no-share';
      readonly address: string;
      readonly percent: string;
      readonly decimals: number;
      readonly n: number;
      readonly cases: string;
      readonly nearest: number;
    }
  | {
      readonly kind: 'shares-slipped';
      readonly names: readonly string[];
      readonly slip: SlipFact;
      readonly first: LevelShare;
      readonly valid: number;
      readonly block: Restored;
    }
  /** Percentages of other cases than the valid answers. `several`: of all cases, of whom some gave several answers. */
  | {
      readonly kind: 'shares-of-others';
      readonly name: string;
      readonly several: boolean;
      readonly base: number;
      readonly valid: number;
      readonly first: LevelShare;
    }
  | { readonly kind: 'shares-sum'; readonly name: string; readonly percents: readonly string[]; readonly sum: Shown }
  | {
      readonly kind: 'shares';
      readonly name: string;
      readonly valid: number;
      readonly off: readonly LevelShare[];
      /** Only one percentage is out, so that it may be the wrong figure. */
      readonly single: boolean;
      readonly options: readonly ShareOption[];
    }
  | {
      readonly kind: 'sampled';
      readonly name: string;
      readonly rate: string;
      readonly count: string;
      readonly population: string;
      readonly exact: Shown;
      readonly wantedCount: number;
      readonly wantedPopulation: number | null;
    }
  | { readonly kind: 'more-than-sample'; readonly address: string; readonly printed: string; readonly sample: string }
  | {
      readonly kind: 'parts-of-total';
      readonly name: string;
      readonly relation: 'equal' | 'at-most';
      readonly total: string;
      readonly parts: readonly string[];
      readonly sum: number;
      readonly several: boolean;
      readonly instead: readonly { readonly name: string; readonly value: number }[];
    }
  | { readonly kind: 'group-mean'; readonly category: string; readonly of: MeanOfGroups; readonly options: readonly TotalOption[] }
  | {
      readonly kind: 'group-means';
      readonly category: string;
      readonly totals: readonly MeanOfGroups[];
      readonly all: number;
      readonly option: TotalsOption;
    }
  | {
      readonly kind: 'mean-outside-groups';
      readonly score: string;
      readonly category: string;
      readonly printed: string;
      readonly means: readonly string[];
      readonly range: ShownRange;
      readonly everybody: boolean;
    }
  | {
      readonly kind: 'group-sd';
      readonly score: string;
      readonly category: string;
      readonly printed: string;
      readonly rest: number;
      /** With the digits of the printed one. */
      readonly sd: ShownRange;
    };
