// About what a piece of an execution costs, for whoever tells how far it is: times a row of a large file, measured on the examples, a plain
// variable being 1. Nothing that is computed depends on it.
import type { Job } from '../methods/plan.ts';

export type Costing =
  | Job
  | { readonly kind: 'sample' | 'variable' | 'published'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string; readonly members: readonly string[] };

export function costOf(one: Costing): number {
  switch (one.kind) {
    case 'sample':
    case 'variable':
      return 1;
    case 'published':
      return 300;
    case 'group':
      return 5 * one.members.length;
    case 'index':
      return 60 * one.items.length;
    case 'compare':
      return 100 * one.outcomes.length * one.by.length;
    case 'regression':
      return 25 * one.outcomes.length * (one.terms.length + 1);
    case 'correlate':
      return one.variables.length * one.variables.length;
    default:
      return 100;
  }
}
