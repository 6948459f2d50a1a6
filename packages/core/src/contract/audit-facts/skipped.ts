// What could not be checked, and why.
import type { ClaimSide } from './claims.ts';

export type SkippedWhat =
  | { readonly of: 'figure'; readonly address: string }
  | {
      readonly of: 'communality' | 'correlations' | 'missing-policy' | 'fit' | 'rotation' | 'percentages' | 'stars' | 'sum-of-counts';
      readonly name: string;
    }
  | { readonly of: 'coefficients'; readonly quantity: string; readonly model: string }
  | { readonly of: 'weights'; readonly index: string; readonly job: string }
  | { readonly of: 'row'; readonly term: string; readonly job: string }
  | { readonly of: 'groups'; readonly score: string; readonly category: string }
  | { readonly of: 'claim'; readonly hypothesis: string; readonly claim: string };

export type SkippedWhy =
  | {
      readonly of:
        | 'claim-not-printed'
        | 'loading-not-printed'
        | 'cell-not-printed'
        | 'weights-too-open'
        | 'shares-not-printed'
        | 'not-computed'
        | 'item-means-not-printed'
        | 'some-loadings-of-some-components'
        | 'cases-of-correlations-not-printed'
        | 'groups-not-printed'
        | 'group-mean-not-printed'
        | 'cases-of-groups-not-printed'
        | 'mean-of-all-not-printed'
        | 'number-of-all-not-printed'
        | 'not-whole-answers'
        | 'n-not-printed'
        | 'mean-not-printed'
        | 'predictors-not-printed'
        | 'answers-of-whole-sample-only'
        | 'cases-not-printed'
        | 'levels-may-be-left-out'
        | 'one-figure-of-fit'
        | 'item-sds-not-printed'
        | 'loadings-not-printed'
        | 'components-not-in-table'
        | 'counts-not-printed'
        | 'count-not-printed'
        | 'errors-not-classical'
        | 'no-single-n'
        | 'other-respondents'
        | 'r2-not-printed';
    }
  | { readonly of: 'rounding'; readonly left: ClaimSide; readonly right: ClaimSide }
  | { readonly of: 'parts-not-printed'; readonly parts: readonly string[] }
  | { readonly of: 'too-few-rows'; readonly rows: number; readonly weights: number }
  | { readonly of: 'other-cases'; readonly groups: number; readonly all: number }
  | { readonly of: 'every-mean'; readonly decimals: number; readonly n: number }
  | { readonly of: 'mean-impossible'; readonly n: number }
  | { readonly of: 'several-answers'; readonly cases: number }
  /** Why a quantity has no value, as its method says. */
  | { readonly of: 'no-value'; readonly reason: string };

export interface Skipped {
  readonly what: SkippedWhat;
  readonly why: SkippedWhy;
}
