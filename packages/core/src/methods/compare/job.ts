// A comparison of groups as a plan states it.
import type { Condition, Label } from '../../contract/variables.ts';
import type { PostHocRule } from './post-hoc.ts';

export interface CompareJob {
  readonly kind: 'compare';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  /** Indices, components, indicators, numbers, dimensions (mean of items). */
  readonly outcomes: readonly string[];
  /** Categories; with several, one comparison each. */
  readonly by: readonly string[];
  readonly where: Condition | null;
  /** `pairwise`: each outcome over the cases that have it; `listwise`: over those that have all of them and the group. */
  readonly missing: 'pairwise' | 'listwise';
  readonly postHoc: PostHocRule;
  readonly defaults: readonly string[];
}
