// What the steps of an execution share: the coded answers, scores made so far, problems and quantities.
import type { CodedStudy } from '../data/coding.ts';
import type { Frame } from '../data/frame.ts';
import type { Problem } from '../problems/problem.ts';
import type { Collector } from './addresses.ts';
import type { CategoryPlan, GroupPlan, Plan, VariablePlan } from './plan.ts';

export interface State {
  readonly plan: Plan;
  readonly coded: CodedStudy;
  readonly frame: Frame;
  readonly variables: ReadonlyMap<string, VariablePlan>;
  readonly groups: ReadonlyMap<string, GroupPlan>;
  /** Scores of indices and components, one value a row. */
  readonly scores: Map<string, Float64Array>;
  /** Outcomes that could not be computed, with the reason. */
  readonly failed: Map<string, string>;
  readonly problems: Problem[];
  readonly quantities: Collector;
  /** Coded study in which scores count as numbers too, for conditions. */
  withScores(): CodedStudy;
}

export function stateOf(plan: Plan, coded: CodedStudy, frame: Frame, quantities: Collector): State {
  const scores = new Map<string, Float64Array>();
  return {
    plan, coded, frame, scores, quantities, failed: new Map(), problems: [],
    variables: new Map(plan.variables.map((variable) => [variable.name, variable])),
    groups: new Map(plan.groups.map((group) => [group.name, group])),
    withScores: () => ({ ...coded, numbers: new Map([...coded.numbers, ...scores]) }),
  };
}

export function categoriesOf(state: State): CategoryPlan[] {
  return state.plan.variables.filter((variable): variable is CategoryPlan => variable.kind === 'category');
}

/** Values of anything that can be an outcome: a score, a number, an indicator, or the mean of a group's items. */
export function valuesOf(state: State, name: string): Float64Array | null {
  const direct = state.scores.get(name) ?? state.coded.numbers.get(name);
  if (direct !== undefined) return direct;
  const group = state.groups.get(name);
  return group === undefined ? null : meanOfItems(state, group);
}

/** Each respondent's mean over the items he or she answered; missing when none was answered. */
export function meanOfItems(state: State, group: GroupPlan): Float64Array | null {
  const columns = group.members.map((member) => state.coded.numbers.get(member)).filter((column): column is Float64Array => column !== undefined);
  if (columns.length === 0 || columns.length < group.members.length) return null;
  const out = new Float64Array(state.coded.rows);
  for (let row = 0; row < out.length; row++) {
    let total = 0;
    let count = 0;
    for (const column of columns) {
      if (Number.isNaN(column[row]!)) continue;
      total += column[row]!;
      count++;
    }
    out[row] = count > 0 ? total / count : NaN;
  }
  return out;
}
