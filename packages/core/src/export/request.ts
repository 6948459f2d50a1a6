// What a script is made from, and what the writers of all targets share: the study's parts in the order in which they can be computed.
import { conditionVariables } from '../data/condition.ts';
import { formulaNames, formulaRuns } from '../data/formula.ts';
import type { Frame } from '../data/frame.ts';
import type { Condition, Formula, GroupPlan, VariablePlan } from '../contract/variables.ts';
import type { CompositeJob } from '../methods/composite/job.ts';
import type { IndexJob } from '../methods/index/job.ts';
import { scoreNames, type Job, type Plan } from '../methods/plan.ts';

export interface ScriptRequest {
  readonly plan: Plan;
  readonly frame: Frame;
  /** In which its comments and labels are. */
  readonly language: string;
  /** The data file, and those that are joined, as the script is to name them. */
  readonly path: (file: string) => string;
  readonly version: string;
}

export type Definition = VariablePlan | GroupPlan | IndexJob | CompositeJob;

/** Every name that has numbers of its own. */
export const declaredIn = (plan: Plan): ReadonlySet<string> =>
  new Set([...plan.variables, ...plan.groups].map((one) => one.name).concat(plan.jobs.flatMap(scoreNames)));

/** Of each category. */
export const levelsIn = (plan: Plan): ReadonlyMap<string, readonly string[]> =>
  new Map(plan.variables.flatMap((one) => (one.kind === 'category' ? [[one.name, one.levels.map((level) => level.name)] as const] : [])));

/** Whether what a group is of are numbers: one with a category is none. */
export const isMeasured = (members: readonly string[], plan: Plan): boolean =>
  members.length > 0 && members.every((member) => plan.variables.some((other) => other.name === member && other.kind !== 'category'));

type Variable = Exclude<Definition, IndexJob | CompositeJob>;

/** What a target writes for each kind of variable. */
export function codeByKind<Writing, Code>(
  of: { readonly [K in 'indicator' | 'number' | 'category']: (writing: Writing, one: Extract<Variable, { readonly kind: K }>) => Code } & {
    readonly group: (writing: Writing, one: Extract<Variable, GroupPlan>) => Code;
  },
  writing: Writing,
  one: Variable,
): Code {
  switch (one.kind) {
    case 'indicator':
      return of.indicator(writing, one);
    case 'number':
      return of.number(writing, one);
    case 'category':
      return of.category(writing, one);
    default:
      return of.group(writing, one);
  }
}

/** The names that a condition tests. */
export const inCondition = (condition: Condition | null | undefined): readonly string[] =>
  condition === null || condition === undefined ? [] : conditionVariables(condition);

/** The names that a definition is made of. */
export function restsOn(definition: Definition, frame: Frame): readonly string[] {
  switch (definition.kind) {
    case 'indicator':
      return [];
    case 'number': {
      const { formula, when, per } = definition;
      const runs = formula === null ? [] : formulaRuns(formula).flatMap(({ first, last }) => columnsOfRun(frame, first, last));
      return [...(formula === null ? [] : formulaNames(formula)), ...runs, ...inCondition(when), ...(per === undefined ? [] : [per])];
    }
    case 'category':
      return definition.variable === null ? [] : [definition.variable];
    case 'dimension':
    case 'block':
    case 'choices':
      return definition.members;
    case 'index':
      return [...definition.items, ...inCondition(definition.where)];
    case 'composite':
      return [...definition.members, ...inCondition(definition.where)];
  }
}

/** Arguments of a call as code, a run as its columns; undefined where one of them has none. */
export function argumentsCode(
  parts: readonly Formula[],
  frame: Frame,
  valueOf: (name: string) => string | undefined,
  codeOf: (part: Formula) => string | undefined,
): readonly string[] | undefined {
  const said = parts.flatMap((part) => (part.kind === 'run' ? columnsOfRun(frame, part.first, part.last).map(valueOf) : [codeOf(part)]));
  return said.includes(undefined) ? undefined : (said as string[]);
}

/** The columns of a run, in the file's order. */
export function columnsOfRun(frame: Frame, first: string, last: string): readonly string[] {
  const names = frame.columns.map((column) => column.name);
  const [from, to] = [names.indexOf(first), names.indexOf(last)];
  return from < 0 || to < from ? [] : names.slice(from, to + 1);
}

/** Each definition after those that it rests on; otherwise in order of declaration. What rests on itself comes last. */
export function inOrder(plan: Plan, frame: Frame): readonly Definition[] {
  const waiting: Definition[] = [
    ...plan.variables,
    ...plan.groups,
    ...plan.jobs.filter((job): job is IndexJob | CompositeJob => job.kind === 'index' || job.kind === 'composite'),
  ];
  const made = (one: Definition): readonly string[] => (one.kind === 'index' || one.kind === 'composite' ? scoreNames(one) : [one.name]);
  const ordered: Definition[] = [];
  while (waiting.length > 0) {
    const pending = new Set(waiting.flatMap(made));
    const at = waiting.findIndex((one) => restsOn(one, frame).every((name) => !pending.has(name) || made(one).includes(name)));
    ordered.push(...waiting.splice(Math.max(at, 0), 1));
  }
  return ordered;
}

/** The names that a job is computed from. */
export function restsOnOf(job: Job): readonly string[] {
  switch (job.kind) {
    case 'compare':
      return [...job.outcomes, ...job.by, ...inCondition(job.where)];
    case 'correlate':
      return [...job.variables, ...inCondition(job.where)];
    case 'regression':
      return [...job.outcomes, ...job.terms.flatMap(({ term }) => term), ...inCondition(job.where)];
    default:
      return [];
  }
}
