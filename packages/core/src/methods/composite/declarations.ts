// The declarations of a study, as the ends of members are read from them.
import { indexOfScore, type Plan } from '../plan.ts';
import type { Declarations } from './ends.ts';

export function declarationsOf(plan: Plan): Declarations {
  const variables = new Map(plan.variables.map((one) => [one.name, one]));
  const groups = new Map(plan.groups.map((one) => [one.name, one]));
  return {
    variable: (name) => variables.get(name),
    group: (name) => groups.get(name),
    score: (name) => indexOfScore(plan, name),
  };
}
