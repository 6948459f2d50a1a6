// What every problem of the audit is told: the fact that was found, and the figures that it names.
import type { FindingFact, PaddedFigure } from '../../contract/audit-facts/index.ts';

export interface AuditFacts {
  readonly fact: FindingFact;
  /** Figures whose zeros at the end, if they were only added, explain it. */
  readonly padded: readonly PaddedFigure[];
  /** Clauses that the study does not state and of which the language's default was taken. */
  readonly assumed: readonly string[];
  /** The figures that may be wrong, as they stand in the spec, the likeliest first. */
  readonly cells: readonly string[];
  /** What else is wrong for the same cause. */
  readonly also: readonly { readonly check: string; readonly fact: FindingFact }[];
}
