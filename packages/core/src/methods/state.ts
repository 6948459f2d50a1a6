// What the steps of an execution share: the coded answers, scores made so far, problems and quantities.
import { columnAt, columnsIn, floatsOf, isPoints, NumberColumns, type Codes, type Values } from '../counts/points.ts';
import { designMomentsOfValues, letInOf, momentsOfValues } from '../counts/values.ts';
import type { CodedStudy } from '../data/coding.ts';
import { conditionVariables } from '../data/condition.ts';
import { selectRows } from '../data/condition.ts';
import { missingIn, type Frame } from '../data/frame.ts';
import { meanOfColumns } from '../data/row-means.ts';
import type { Moments } from '../moments/moments.ts';
import { describe, describePoints, type Description } from '../procedures/describe/describe.ts';
import { sampledRows } from '../procedures/survey/design.ts';
import type { Problem } from '../problems/problem.ts';
import { columnIn, linearOf, maskOf, rowsOf } from '../rowless/columns.ts';
import { NeedsRows } from '../rowless/needs-rows.ts';
import { EVERY } from '../rowless/source.ts';
import { TOO_FEW, type Quantities } from '../contract/quantity.ts';
import { collector, type Collector } from './collector.ts';
import { derivation, each, named, plain, same, type Input } from '../memo/derivation.ts';
import { idOf, idsOf, type Memo } from '../memo/memo.ts';
import type { CategoryPlan, Condition, GroupPlan, ValueSet, VariablePlan } from '../contract/variables.ts';
import type { Plan } from './plan.ts';
import { groupsOfColumn, type StudyDesign } from './design/study-design.ts';
import { weightedDescription } from './design/weighted.ts';

export interface State {
  readonly plan: Plan;
  readonly coded: CodedStudy;
  readonly frame: Frame;
  readonly memo: Memo;
  /** How respondents were drawn; null where every row counts once. */
  readonly design: StudyDesign | null;
  /** Counts of fewer respondents are hidden (`report { cells }`); 0 where none are. */
  readonly least: number;
  readonly variables: ReadonlyMap<string, VariablePlan>;
  readonly groups: ReadonlyMap<string, GroupPlan>;
  /** Scores of indices and components, one value a row. */
  readonly scores: Map<string, Float64Array>;
  /** Outcomes that could not be computed, with the reason. */
  readonly failed: Map<string, string>;
  readonly problems: Problem[];
  readonly quantities: Collector;
}

export function stateOf(
  plan: Plan,
  coded: CodedStudy,
  frame: Frame,
  quantities: Collector,
  memo: Memo,
  design: StudyDesign | null = null,
): State {
  return {
    plan,
    coded,
    frame,
    memo,
    design,
    least: plan.report.cells ?? 0,
    quantities,
    scores: new Map(),
    failed: new Map(),
    problems: [],
    variables: new Map(plan.variables.map((variable) => [variable.name, variable])),
    groups: new Map(plan.groups.map((group) => [group.name, group])),
  };
}

/** Everything that one step adds to the state: a plain value, so that it can be recalled as a whole. */
interface Findings<T> {
  readonly result: T;
  readonly quantities: Quantities;
  readonly problems: readonly Problem[];
  readonly scores: State['scores'];
  readonly failed: State['failed'];
}

/** What a step sees that named what it needs: those variables, their values, and no plan, no file, no other job. */
export type Limited = Omit<State, 'plan' | 'frame' | 'coded'> & { readonly coded: Pick<CodedStudy, 'rows' | 'numbers' | 'categories'> };

/**
 * A step of an execution, that says by name what it reads. The key is made of these names' values and of the declared inputs; `run` is
 * handed a state that holds nothing else, so that what was not named is not there: at once and in every test, instead of stale after an
 * edit. What it writes is its own until it is done; then it is added to the state, now or from memory.
 */
export function limitedStep<Given extends Readonly<Record<string, unknown>>, T>(
  name: string,
  inputs: { readonly [K in keyof Given]: Input<Given[K]> },
  run: (own: Limited, given: Given) => T,
): (state: State, names: Iterable<string>, given: Given) => T {
  const declared = Object.keys(inputs) as readonly (keyof Given & string)[];
  return (state, names, given) => {
    const wanted = [...new Set(names)];
    const drawn = state.design === null ? '' : `${idOf(state.design)} `;
    const least = state.least === 0 ? '' : `cells ${state.least} `;
    const key =
      `${name} ${state.coded.rows} ${drawn}${least}${declared.map((field) => inputs[field].key(given[field])).join(' ')} ` +
      `${inputsOf(state, wanted)}`;
    const found = state.memo.recall(key, (): Findings<T> => {
      const own = limitedTo(state, wanted);
      const before = new Map(own.scores);
      const result = run(own, Object.fromEntries(declared.map((field) => [field, inputs[field].narrow(given[field])])) as unknown as Given);
      return {
        result,
        quantities: own.quantities.map,
        problems: own.problems,
        scores: new Map([...own.scores].filter(([one, values]) => before.get(one) !== values)),
        failed: new Map([...own.failed].filter(([one, reason]) => state.failed.get(one) !== reason)),
      };
    });
    state.quantities.add(found.quantities);
    for (const [one, values] of found.scores) state.scores.set(one, values);
    for (const [one, reason] of found.failed) state.failed.set(one, reason);
    state.problems.push(...found.problems);
    return found.result;
  };
}

/** The state as if there were nothing but these names and the members of the groups among them. */
function limitedTo(state: State, names: readonly string[]): Limited {
  const within = new Set(names.flatMap((one) => [one, ...(state.groups.get(one)?.members ?? [])]));
  const only = <V>(all: ReadonlyMap<string, V>): Map<string, V> => new Map([...all].filter(([one]) => within.has(one)));
  const { plan: _plan, frame: _frame, coded, ...rest } = state;
  return {
    ...rest,
    variables: only(state.variables),
    groups: only(state.groups),
    scores: only(state.scores),
    failed: only(state.failed),
    quantities: collector(),
    problems: [],
    coded: {
      rows: coded.rows,
      numbers: new NumberColumns(only(new Map(columnsIn(coded.numbers)))),
      categories: only(coded.categories),
    },
  };
}

/** Everything that the values of these names, as outcomes, predictors or in conditions, depend on. */
function inputsOf(state: Limited, names: Iterable<string>): string {
  return JSON.stringify(
    Array.from(names, (name) => {
      const variable = state.variables.get(name);
      const levels = variable?.kind === 'category' ? [variable.reference, ...variable.levels.map((level) => level.name)] : null;
      return [name, state.failed.get(name) ?? null, levels, idsOf([state.coded.categories.get(name), keptValuesOf(state, name)])];
    }),
  );
}

const selectedRows = derivation(
  'where',
  {
    where: plain<Condition | null>(),
    rows: plain<number>(),
    missing: plain<ValueSet>(),
    levels: plain<readonly (readonly [string, readonly string[]])[]>(),
    numbers: named<Values>(),
    categories: named<Codes>(),
    frame: same<Frame>(),
  },
  ({ where, frame, levels, numbers, ...tested }) =>
    selectRows(where, { ...tested, numbers: new NumberColumns(numbers), levelNames: new Map(levels) }, frame),
);

/** Rows that a condition lets in, one byte a row of the file. */
export function rowsWhere(state: State, where: Condition | null): Uint8Array {
  const names = where === null ? [] : conditionVariables(where);
  const { rowless } = state.coded;
  if (rowless !== undefined) {
    // What tests a score cannot be counted before there are scores.
    if (names.some((name) => state.scores.has(name) || state.failed.has(name))) throw new NeedsRows();
    return maskOf(rowless.source, where === null ? EVERY : { ...EVERY, where: [JSON.stringify(where)] });
  }
  const of = <V>(all: ReadonlyMap<string, V>): [string, V][] =>
    names.flatMap((name): [string, V][] => {
      const one = all.get(name);
      return one === undefined ? [] : [[name, one]];
    });
  const {
    coded: { rows, missing, categories, levelNames },
    frame,
  } = state;
  // Scores are numbers, and so is a respondent's mean over the items of a dimension.
  const numbers = new Map(
    names.flatMap((name): [string, Values][] => {
      const values = keptValuesOf(state, name);
      return values === null ? [] : [[name, values]];
    }),
  );
  return selectedRows(state.memo, { where, rows, missing, levels: of(levelNames), numbers, categories: new Map(of(categories)), frame });
}

const sampledIn = derivation('sampled', { mask: same<Uint8Array>(), design: same<StudyDesign>() }, ({ mask, design: { survey } }) =>
  sampledRows(survey, mask),
);

/** Rows that a model may take: those that the condition lets in, and in a study with a design that have a weight. */
export function casesWhere(state: State, where: Condition | null): Uint8Array {
  const mask = rowsWhere(state, where);
  return state.design === null ? mask : sampledIn(state.memo, { mask, design: state.design });
}

/** The values of the rows that a mask lets in, without the others. */
export const letIn = derivation('let in', { values: same<Values>(), mask: same<Uint8Array>() }, ({ values, mask }): Values => {
  const counted = linearOf(values);
  return counted === null ? letInOf(values, mask) : columnIn(counted, rowsOf(mask)!.within, true);
});

const cases = new WeakMap<Uint8Array, number>();

/** How many rows a mask lets in; kept with the mask, which nobody may change. */
export function casesIn(mask: Uint8Array): number {
  const counted = rowsOf(mask);
  if (counted !== null) return counted.source.counted(counted.within, []).n;
  const known = cases.get(mask);
  if (known !== undefined) return known;
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row]!;
  cases.set(mask, count);
  return count;
}

/** Of how many respondents a condition chooses. */
export const respondentsIn = ({ coded, design }: Limited): number => design?.weights.n ?? coded.rows;

/**
 * Why a condition lets nobody in, where what it tests could not be computed, or so few that nothing of them may be shown; null otherwise.
 */
export function lostCondition(state: State, where: Condition | null): string | null {
  const lost = where === null ? undefined : conditionVariables(where).find((name) => state.failed.has(name));
  if (lost !== undefined) return `${lost}, which chooses the cases, could not be computed: ${state.failed.get(lost)!}`;
  return where !== null && state.least > 0 && isFew(state, casesIn(rowsWhere(state, where))) ? TOO_FEW : null;
}

/** So many respondents are too few to be shown, and not nobody. */
export const isFew = ({ least }: Limited, count: number): boolean => count > 0 && count < least;

const momentsOfColumns = derivation('moments', { columns: each<Values>() }, ({ columns }) => momentsOfValues(columns));

/** Moments of complete rows. */
export const momentsOnce = (state: Limited, columns: readonly Values[]): Moments =>
  state.design === null ? momentsOfColumns(state.memo, { columns }) : weightedMoments(state.memo, { columns, design: state.design });

const weightedMoments = derivation('moments', { columns: each<Values>(), design: same<StudyDesign>() }, ({ columns, design: { survey } }) =>
  designMomentsOfValues(columns, survey.weights),
);

/** The same study with every row counting once: what `unweighted` asks for. */
export const withoutDesign = (state: State, unweighted: true | undefined): State =>
  unweighted === true && state.design !== null ? { ...state, design: null } : state;

/**
 * The cluster of each row as a whole number, -1 where it is missing; null when nothing has that name. A declared category or a column of
 * the file.
 */
export function clusterOf(state: State, name: string): Codes | null {
  const category = state.coded.categories.get(name);
  if (category !== undefined) return category;
  const column = state.frame.columns.find((candidate) => candidate.name === name);
  if (column === undefined) return null;
  return groupsOfColumn(state.memo, { column, missing: missingIn(column, state.coded.missing) });
}

const described = derivation('describe', { values: same<Values>() }, ({ values }) =>
  isPoints(values) ? describePoints(values) : describe(values),
);

export const describeOnce = (state: Limited, values: Values): Description =>
  state.design === null ? described(state.memo, { values }) : weightedDescription(state.memo, { values, design: state.design });

/** In order of declaration. */
export function categoriesOf(state: Limited): CategoryPlan[] {
  return [...state.variables.values()].filter((variable): variable is CategoryPlan => variable.kind === 'category');
}

/** Values of anything that can be an outcome: a score, a number, an indicator, or the mean of a group's items. A number a row. */
export function valuesOf(state: Limited, name: string): Float64Array | null {
  const values = keptValuesOf(state, name);
  return values === null ? null : floatsOf(values);
}

/** The same in the form in which they are kept: points in a large study. */
export function keptValuesOf(state: Limited, name: string): Values | null {
  const direct = state.scores.get(name) ?? columnAt(state.coded.numbers, name);
  if (direct !== undefined) return direct;
  const group = state.groups.get(name);
  return group === undefined ? null : meanOfItems(state, group);
}

/** Each respondent's mean over the items he or she answered; missing when none was answered. */
export function meanOfItems(state: Limited, group: Pick<GroupPlan, 'members'>): Values | null {
  const columns = group.members
    .map((member) => columnAt(state.coded.numbers, member))
    .filter((column): column is Values => column !== undefined);
  if (columns.length === 0 || columns.length < group.members.length) return null;
  return meanOfColumns(state.memo, { columns });
}
