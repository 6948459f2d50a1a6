// Facts of regressions and comparisons: fit, cases, tests, stars, the F of groups.
import type { Restored, Shown, ShownRange, SlipFact } from './figures.ts';

/** Figures of a model's fit that stand for one R². */
export type FitName = 'r2' | 'adjusted' | 'f';

/** A figure of fit, and the R² that it stands for. */
export interface FitFigure {
  readonly name: FitName;
  readonly printed: string;
  readonly low: number;
  readonly high: number;
}

/** What would make figures of fit go together. */
export type FitOption =
  | { readonly of: 'texts'; readonly name: FitName; readonly texts: readonly string[] }
  | { readonly of: 'range'; readonly name: FitName; readonly range: ShownRange }
  | {
      readonly of: 'cases';
      readonly fits: readonly number[];
      readonly wholeSample: boolean;
      /** The predictor with fewest answers, where no more cases are needed. */
      readonly listwise: { readonly name: string; readonly n: number } | null;
    };

/** A test statistic, its degrees of freedom, and the p-values that it can have. */
export interface TestOfT {
  readonly source: string;
  readonly df: number | null;
  readonly p: ShownRange;
}

/** A coefficient with its stars, and the end of what they allow (null: no end). */
export interface StarredCell {
  readonly outcome: string;
  readonly printed: string;
  readonly r2: number;
  readonly t: number | null;
  readonly tolerance: number | null;
}

/** One predictor whose stars contradict each other; `alone`: those of one coefficient do, whatever the others are. */
export interface StarsOfTerm {
  readonly term: string;
  readonly df: number;
  readonly alone: boolean;
  readonly lowest: StarredCell;
  readonly highest: StarredCell;
}

export type ModelFinding =
  | { readonly kind: 'too-few-cases'; readonly model: string; readonly coefficients: number; readonly n: number }
  | {
      readonly kind: 'fit';
      readonly model: string;
      readonly n: number;
      readonly coefficients: number;
      readonly figures: readonly FitFigure[];
      /** The two that are furthest from each other, or one that others contradict. */
      readonly against: readonly [FitFigure, FitFigure];
      readonly options: readonly FitOption[];
    }
  | {
      readonly kind: 'fit-of-models';
      readonly models: readonly string[];
      readonly n: number;
      readonly coefficients: number;
      readonly against: readonly [FitFigure, FitFigure];
      readonly fits: readonly number[];
      readonly wholeSample: boolean;
      readonly all: number;
    }
  | {
      readonly kind: 'f-of-zero';
      readonly model: string;
      readonly printed: string;
      /** Coefficients that are not 0. */
      readonly coefficients: number;
      readonly largest: { readonly term: string; readonly printed: string } | null;
      /** k and the degrees of freedom that the adjusted R² would follow from, and that as printed. */
      readonly adjusted: { readonly k: number; readonly df: number; readonly value: Shown; readonly printed: string | null } | null;
      readonly emptyCell: boolean;
      /** n − 1. */
      readonly rest: number | null;
    }
  | {
      readonly kind: 'p-of-f';
      readonly model: string;
      readonly p: string;
      readonly f: string;
      readonly df1: number;
      readonly df2: number;
      readonly range: ShownRange;
    }
  | {
      readonly kind: 'stars-of-f';
      readonly model: string;
      readonly f: string;
      readonly stars: string;
      readonly df1: number;
      readonly df2: number;
      readonly range: ShownRange;
      readonly below: number;
      readonly notBelow: number | null;
    }
  | { readonly kind: 'kept-by-means'; readonly job: string; readonly sample: number; readonly n: number }
  | {
      readonly kind: 'more-than-complete';
      readonly job: string;
      readonly n: number;
      readonly most: number;
      readonly predictor: string;
      /** Its figures go together with no fewer cases. */
      readonly certain: boolean;
      /** The policy that the study states; null where it is assumed. */
      readonly stated: string | null;
      readonly coefficients: number;
      readonly single: boolean;
      readonly models: number;
      readonly fits: readonly number[];
    }
  | {
      readonly kind: 'ratio';
      readonly name: string;
      readonly b: string;
      readonly se: string;
      readonly t: string;
      /** With the digits of t. */
      readonly ratio: ShownRange;
      readonly options: readonly { readonly name: string; readonly texts: readonly string[] }[];
    }
  | {
      readonly kind: 'ratios-slipped';
      readonly model: string;
      readonly failing: number;
      readonly slip: SlipFact;
      readonly first: { readonly term: string; readonly b: string; readonly se: string; readonly t: string; readonly ratio: ShownRange };
      readonly block: Restored;
    }
  | { readonly kind: 'p-of-t'; readonly name: string; readonly p: string; readonly test: TestOfT; readonly decimals: number }
  | {
      readonly kind: 'ps-slipped';
      readonly model: string;
      readonly failing: number;
      readonly slip: SlipFact;
      readonly test: TestOfT;
      readonly block: Restored;
    }
  | {
      readonly kind: 'ps-with-other-n';
      readonly model: string;
      readonly terms: readonly string[];
      readonly n: number;
      readonly test: TestOfT;
      readonly fits: readonly number[];
    }
  | {
      readonly kind: 'stars-of-t';
      readonly name: string;
      readonly printed: string;
      readonly stars: string | null;
      /** As many as its t has. */
      readonly right: string;
      readonly test: TestOfT;
    }
  | {
      readonly kind: 'middle-of-interval';
      readonly name: string;
      readonly b: string;
      readonly low: string;
      readonly high: string;
      readonly middle: Shown;
    }
  | {
      readonly kind: 'end-of-interval';
      readonly name: string;
      readonly end: string;
      readonly b: string;
      readonly se: string;
      readonly quantile: number;
      readonly wanted: ShownRange;
    }
  | {
      readonly kind: 'stars';
      readonly job: string;
      readonly of: StarsOfTerm;
      /** The cells without which all others agree. */
      readonly strays: readonly { readonly outcome: string; readonly printed: string; readonly starred: boolean }[];
    }
  | { readonly kind: 'stars-of-terms'; readonly job: string; readonly terms: readonly StarsOfTerm[] }
  | {
      readonly kind: 'f-of-groups';
      readonly address: string;
      readonly printed: string;
      readonly between: ShownRange;
      readonly within: ShownRange;
      readonly f: ShownRange;
    };
