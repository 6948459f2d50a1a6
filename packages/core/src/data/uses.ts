// What a variable is computed from, whatever it is computed by: names that may be declared ones or columns. What it reads as its own cells
// is not among them.
import type { VariablePlan } from '../contract/variables.ts';
import { conditionVariables } from './condition.ts';
import { formulaNames } from './formula.ts';

/** Each name once; its own name stands for the column of that name. */
export function usedNames(variable: VariablePlan): readonly string[] {
  if (variable.kind === 'indicator') return [];
  if (variable.kind === 'category') return variable.variable === null ? [] : [variable.variable];
  const { formula, when, per } = variable;
  return [
    ...new Set([
      ...(formula === null ? [] : formulaNames(formula)),
      ...(when === undefined ? [] : conditionVariables(when)),
      ...(per === undefined ? [] : [per]),
    ]),
  ];
}

/** Whether it is computed from others, and no cells of its own are read. */
export function isComputed(variable: VariablePlan): boolean {
  if (variable.kind === 'number') return variable.formula !== null || variable.when !== undefined;
  return variable.kind === 'category' && variable.variable !== null;
}
