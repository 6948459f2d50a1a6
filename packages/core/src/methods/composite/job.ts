// An index without components, as a plan states it: a score of answers (their mean or sum), or weighted members.
import type { Condition, Label } from '../../contract/variables.ts';
import type { Normalization } from '../../procedures/composite/normalise.ts';

/** Weights of one kind. */
export type SimpleWeight =
  | { readonly kind: 'equal' | 'entropy' | 'critic' | 'cv' }
  /** A list, since a member may have any name (`__proto__`, `constructor`). */
  | { readonly kind: 'given'; readonly weights: readonly (readonly [member: string, weight: number])[] }
  /** How many times as important the first is as the second: each pair once. */
  | { readonly kind: 'ahp'; readonly judgements: readonly (readonly [first: string, second: string, ratio: number])[] };

/** `both`: the mean of two. */
export type MemberWeight = SimpleWeight | { readonly kind: 'both'; readonly parts: readonly [SimpleWeight, SimpleWeight] };

export type Goalposts =
  | { readonly kind: 'observed' }
  | { readonly kind: 'scale' }
  | { readonly kind: 'range'; readonly low: number; readonly high: number };

export interface CompositeJob {
  readonly kind: 'composite';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  /** Indicators, numbers, dimensions (each respondent's mean), indices and components, in order. */
  readonly members: readonly string[];
  /** Whose scores are computed, and whom ranges and weights rest on; null: everybody's. */
  readonly where: Condition | null;
  /** The dimensions that items came by (for reports). */
  readonly groups: readonly string[];
  /** `members`: their weighted mean. */
  readonly score: 'mean' | 'sum' | 'members';
  /** So many members must be there. */
  readonly needs: number;
  readonly normalize: Normalization;
  /** Numbers of which a high value means a low one, turned round as they are normalised. */
  readonly turned: readonly string[];
  readonly weight: MemberWeight;
  readonly aggregate: 'arithmetic' | 'geometric';
  readonly rescale:
    | { readonly kind: 'none' }
    | { readonly kind: 't' }
    | { readonly kind: 'range'; readonly low: number; readonly high: number };
  readonly goalposts: Goalposts;
  /** Clauses that the spec left out, with the default that was used: reports and hovers state them. */
  readonly defaults: readonly string[];
}
