// The declarations of a study that is executed, as the ends of members are read from them.
import { indexOfScore } from '../plan.ts';
import type { State } from '../state.ts';
import type { Declarations } from './ends.ts';

export const declarationsOf = ({ variables, groups, plan }: Pick<State, 'variables' | 'groups' | 'plan'>): Declarations => ({
  variable: (name) => variables.get(name),
  group: (name) => groups.get(name),
  score: (name) => indexOfScore(plan, name),
});
