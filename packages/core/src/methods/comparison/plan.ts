// The plan of a file that compares studies: which, under which names, and what is made of the numbers and claimed of them.
import type { Label } from '../../contract/variables.ts';
import type { HypothesisPlan, QuantityPlan, ReportPlan } from '../plan.ts';

export interface PlannedStudy {
  /** Stands in brackets in addresses; over columns where there is no label. */
  readonly name: string;
  readonly label: Label;
  /** As the file names it. */
  readonly file: string;
}

export interface ComparisonPlan {
  /** Begins every address of its numbers. */
  readonly name: string;
  readonly label: Label;
  /** The first is what the others are held against. */
  readonly studies: readonly PlannedStudy[];
  readonly quantities: readonly QuantityPlan[];
  readonly hypotheses: readonly HypothesisPlan[];
  readonly report: ReportPlan;
}
