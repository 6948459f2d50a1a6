// What was tried beside what the study states, as a sentence has it. The words stand in words/<language>/methods. The alternatives are told
// as the spec writes them: each is an option of another declaration, with clauses of its own.
import { addressFor } from '../../contract/declared-quantity.ts';
import { formatAddress } from '../../contract/quantity.ts';
import type { Prose, Statement } from '../prose.ts';
import { specificationsOf, type RobustnessPlan } from './plan.ts';

export function robustnessStatement({ words, number, context }: Prose, plan: RobustnessPlan): Statement {
  const count = number(addressFor([plan.name], 'specifications')) ?? specificationsOf(plan.axes);
  const axes = plan.axes.map(({ word, alternatives }) => ({ word, alternatives: alternatives.map(({ text }) => text) }));
  return {
    label: context.labelOf(plan.name),
    what: (label) => words.robustness.what(label, formatAddress(plan.number), axes, count),
    manner: [],
  };
}
