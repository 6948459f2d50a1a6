// An index as a plan states it.
import type { Condition, Label, MissingPolicy } from '../../contract/variables.ts';
import type { RescaleRule } from '../../procedures/composite/composite.ts';
import type { Goalposts } from '../composite/job.ts';
import type { Keep } from './keep.ts';
import type { IndexOptions } from './options.ts';

export interface ComponentPlan {
  readonly name: string;
  readonly label: Label;
  readonly marker: string;
}

export type KeepRule = Keep;

export type WeightRule =
  | { readonly kind: 'explained' }
  | { readonly kind: 'equal' }
  /** A list, since a component may have any name (`__proto__`, `constructor`). */
  | { readonly kind: 'given'; readonly weights: readonly (readonly [component: string, weight: number])[] };

/** The weight that a component was given; undefined where it has none. */
export function givenWeight(rule: WeightRule, component: string): number | undefined {
  return rule.kind === 'given' ? rule.weights.find(([name]) => name === component)?.[1] : undefined;
}

export interface IndexJob extends IndexOptions {
  readonly kind: 'index';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  /** Items in declaration order, and the dimensions they came by (for reports). */
  readonly items: readonly string[];
  readonly groups: readonly string[];
  /** Whose answers it is made of, and who has scores; null: everybody. */
  readonly where: Condition | null;
  readonly missing: MissingPolicy;
  readonly components: readonly ComponentPlan[];
  /** Names of the composed components. */
  readonly compose: readonly string[];
  readonly weight: WeightRule;
  readonly rescale: RescaleRule;
  readonly goalposts: Goalposts;
  /** Clauses that the spec left out, with the default that was used: reports and hovers state them. */
  readonly defaults: readonly string[];
}
