// What can be wrong with a number that an author chose, as facts. The words are in words/en/phrases.ts.

/** Of what the number is. */
export type NumberSubject =
  | {
      readonly is:
        | 'components'
        | 'kept share'
        | 'score range'
        | 'censoring limits'
        | 'goalposts'
        | 'needed values'
        | 'quantile groups'
        | 'decimals'
        | 'digits'
        | 'cells'
        | 'level'
        | 'levels'
        | 'heading rows'
        | 'name row'
        | 'name rows'
        | 'seed'
        | 'language'
        | 'samples'
        | 'cutoff'
        | 'copies';
    }
  | { readonly is: 'number of components' | 'logarithm base' }
  | { readonly is: 'index' | 'range of' | 'scale of' | 'scale' | 'value of' | 'limit'; readonly of: string }
  | { readonly is: 'point'; readonly text: string; readonly of: string };

/** What it would have to be. */
export type NumberLimit =
  | {
      readonly is:
        | 'whole'
        | 'whole from 0'
        | 'rising'
        | 'not falling'
        | 'levels'
        | 'share'
        | 'base'
        | 'two items'
        | 'two members'
        | 'no division by 0';
    }
  | { readonly is: 'whole within' | 'point within' | 'counted items'; readonly low: number; readonly high: number }
  | { readonly is: 'above and at most'; readonly low: number; readonly high: number }
  | { readonly is: 'at most'; readonly high: number }
  | { readonly is: 'rows'; readonly most: number };

export interface Impossible {
  readonly what: NumberSubject;
  readonly expected: NumberLimit;
}

/** Why a word that another block knows is refused in this one. */
export type Refusal = 'hides differences';
