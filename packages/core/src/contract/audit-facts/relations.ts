// Facts that many checks share: a figure outside its range, in the wrong order, not following from others, beyond a bound.
import type { RangeReason } from '../ranges.ts';
import type { NamedFigure, SaidOfP, Shown } from './figures.ts';

/** Why a figure has the range it has. */
export type RangeFact =
  | { readonly of: RangeReason }
  | { readonly of: 'scores' | 'scores-at-the-ends'; readonly low: number; readonly high: number }
  | { readonly of: 'whole-or-half' | 'one-of-the-answers' };

/** Why one figure is no more than another. */
export type OrderReason =
  | {
      readonly of:
        | 'ends-of-an-interval'
        | 'alpha-of-those-who-answered'
        | 'eigenvalues-fall'
        | 'sums-of-shares-rise'
        | 'omega-below-eta'
        | 'adjustment-lowers'
        | 'clusters-have-cases'
        | 'none-below-the-smallest'
        | 'none-above-the-largest'
        | 'values-of-a-group'
        | 'a-group-is-a-part';
    }
  | { readonly of: 'level'; readonly level: string };

/** What a figure is set against: a formula in figures and signs, with the numbers put in, or something that has a name. */
export type RelationFact =
  /** `given`: what its signs stand for, where it has such signs. */
  | { readonly of: 'formula'; readonly formula: string; readonly given?: readonly string[] }
  | {
      readonly of:
        | 'between-over-all-squares'
        | 'largest-msa'
        | 'smallest-msa'
        | 'weight-in-the-study'
        | 'scores-of-the-index'
        | 'item-fewest-answered'
        | 'eigenvalues-above-1'
        | 'eigenvalues-above-chance'
        | 'cumulative-share-kept'
        | 'two-predictors';
    }
  | { readonly of: 'items-named' | 'components-kept' | 'cases-with'; readonly name: string }
  | { readonly of: 'alpha-without-an-item' | 'point-answered'; readonly printed: string }
  | { readonly of: 'welch'; readonly df1: number; readonly f: string }
  | { readonly of: 'p-of-f-from-eta2'; readonly df1: number; readonly df2: number; readonly f: Shown }
  | { readonly of: 'p-of-t-from-interval'; readonly df: number | null }
  | { readonly of: 'kurtosis-by-skewness'; readonly g1: Shown }
  /** `n`: by counts of so many; null: by percentages. */
  | { readonly of: 'mean-of-points'; readonly n: number | null }
  | { readonly of: 'sd-of-points'; readonly centre: Shown; readonly rest: number }
  | { readonly of: 'median-of-points'; readonly n: number };

/** What else would explain a figure that does not follow. */
export type OtherwiseFact =
  | {
      readonly of:
        | 'missing-answers'
        | 'interval-by-all-groups'
        | 'criteria-of-another-program'
        | 'constant-of-another-program'
        | 'interval-of-beta'
        | 'another-percentile';
    }
  | { readonly of: 'another-n'; readonly n: number };

export type RelationFinding =
  /**
   * A figure outside the values that its quantity can have (null: no end); `reading`: the same digits with another decimal point, where
   * that would do.
   */
  | {
      readonly kind: 'outside';
      readonly figure: NamedFigure;
      readonly low: number | null;
      readonly high: number | null;
      readonly whole: boolean;
      readonly why: RangeFact;
      readonly reading: string | null;
    }
  /** `less` should not be more than `more`. */
  | { readonly kind: 'order'; readonly less: NamedFigure; readonly more: NamedFigure; readonly why: OrderReason }
  /** A figure that follows from others: the relation, and the interval it gives (null: without end). */
  | {
      readonly kind: 'derived';
      readonly figure: NamedFigure;
      readonly from: readonly NamedFigure[];
      readonly relation: RelationFact;
      readonly low: number | null;
      readonly high: number | null;
      readonly decimals: number;
      readonly otherwise?: OtherwiseFact;
    }
  /** A figure that others bound from one side. */
  | {
      readonly kind: 'bounded';
      readonly figure: NamedFigure;
      readonly from: readonly NamedFigure[];
      readonly relation: RelationFact;
      readonly side: 'at-least' | 'at-most';
      readonly bound: number;
      readonly decimals: number;
    }
  /** Figures of one coefficient with different signs. */
  | { readonly kind: 'signs'; readonly figures: readonly NamedFigure[] }
  /** An estimate outside its interval, or an interval whose ends are exchanged. */
  | { readonly kind: 'interval'; readonly figure: NamedFigure; readonly low: NamedFigure; readonly high: NamedFigure }
  /** A p-value, or stars, on one side of a level and something equivalent on the other. */
  | {
      readonly kind: 'levels';
      readonly figure: NamedFigure;
      readonly other: NamedFigure;
      readonly says: SaidOfP;
      readonly saysOther: SaidOfP;
    };
