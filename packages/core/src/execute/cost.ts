// About what a piece of an execution costs, for whoever tells how far it is: milliseconds of one machine, measured on files of a hundred
// thousand and a million rows (test/heavy/waiting.mjs holds what is told to what was). Nothing that is computed depends on it.
import type { Job } from '../methods/plan.ts';

export type Costing =
  | Job
  | { readonly kind: 'sample' | 'variable' | 'published'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string; readonly members: readonly string[] };

export function costOf(one: Costing, rows: number): number {
  /** What is once done, and what is done for each row, in microseconds. */
  const cost = (once: number, each: number): number => once + (each * rows) / 1000;
  switch (one.kind) {
    case 'sample':
    case 'variable':
      return cost(0.05, 0.002);
    case 'published':
      return 5;
    case 'group':
      return one.members.length * cost(0.3, 0.006);
    case 'index': {
      const { length } = one.items;
      if (one.correlations.kind === 'polychoric') return ((length * (length - 1)) / 2) * cost(3, 0.3);
      return length * cost(2, one.correlations.kind === 'spearman' ? 2 : 0.007);
    }
    case 'composite':
      return cost(1, 0.4);
    case 'compare':
      return one.outcomes.length * one.by.length * cost(1, 0.3);
    case 'correlate':
      return one.variables.length * one.variables.length * cost(0.1, 0.05);
    case 'regression': {
      const { length } = one.terms;
      const model = (length + 1) * cost(0.5, one.method.kind === 'linear' ? 0.027 : 1.3);
      // A term of some levels is some columns.
      const copies = one.missing === 'multiple' ? (one.copies ?? 2) * 10 * (length + 1) * cost(0.1, 0.5) : 0;
      return copies + one.outcomes.length * (model + drawnCost(one.errors, 2 * length + 1, rows));
    }
    case 'mediation':
      return cost(1, 2) + drawnCost(one.errors, one.mediators.length + one.covariates.length + 2, rows);
    case 'measurement':
      return cost(50, 2);
    default:
      return cost(1, 1);
  }
}

/** Of estimates in samples drawn with replacement, or with signs of clusters changed; `columns`: of the design, the outcome among them. */
function drawnCost(errors: { readonly kind: string; readonly draws?: number }, columns: number, rows: number): number {
  if (errors.draws === undefined) return 0;
  if (errors.kind === 'wild') return errors.draws * columns * 0.02;
  return (errors.draws * rows * (0.02 + 0.004 * columns * columns)) / 1000;
}
