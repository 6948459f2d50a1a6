// Variables whose values depend on all rows together: brought from their own ends to others, put into quantiles, averaged over those that
// share a group. A part that is coded by itself gives them other values than the whole, so that parts' counts of them do not add up.
import { usedNames } from '../data/uses.ts';
import type { VariablePlan } from '../contract/variables.ts';
import type { Plan } from '../methods/plan.ts';

/** Their names, and those of what is computed from them. */
export function relativeVariables({ variables }: Pick<Plan, 'variables'>): ReadonlySet<string> {
  const found = new Set(variables.filter(isRelative).map(({ name }) => name));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const variable of variables) if (usedNames(variable).some((name) => found.has(name))) found.add(variable.name);
  }
  return found;
}

const isRelative = (variable: VariablePlan): boolean =>
  (variable.kind === 'category' && variable.quantiles !== undefined) ||
  (variable.kind === 'number' && (variable.per !== undefined || variable.rescale?.goalposts === null));
