// A table of correlations as a plan states it.
import type { Condition, Label } from '../../contract/variables.ts';

export interface CorrelateJob {
  readonly kind: 'correlate';
  readonly name: string;
  readonly label: Label;
  /** Every row counts once, whatever the study's design. */
  readonly unweighted?: true;
  /** Indices, components, indicators, numbers, dimensions (mean of items), in the order of the table. */
  readonly variables: readonly string[];
  /** Held constant; none for correlations as they are. */
  readonly controls: readonly string[];
  readonly where: Condition | null;
  readonly method: 'pearson' | 'spearman' | 'kendall';
  /** `listwise`: the cases that have every variable; `pairwise`: for each pair those that have both. */
  readonly missing: 'listwise' | 'pairwise';
  readonly defaults: readonly string[];
}
