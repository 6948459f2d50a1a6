// The codebook applied to the raw answers: missing codes, ranges, rescaling, reversal, levels, computed numbers.
// Every answer that could not be used is listed. Reading files is readers/; which rows take part is condition.ts.
import { columnOf, rowNumber, type Frame } from './frame.ts';
import { idOf, idsOf, noMemo, type Memo } from '../plan/memo.ts';
import type { CategoryPlan, IndicatorPlan, NumberPlan, Plan, ValueSet, VariablePlan } from '../plan/plan.ts';
import type { DataProblem } from '../plan/results.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { duplicateId } from '../problems/data/duplicate-id.ts';
import { checkColumns } from './check-columns.ts';
import { codeCategory } from './code-category.ts';
import { codeIndicator } from './code-indicator.ts';
import { codeNumber } from './code-number.ts';
import { formulaVariables } from './formula.ts';
import { schemaOf } from './schema.ts';
import { cellText, numericCells } from './values.ts';

export interface CodedStudy {
  readonly rows: number;
  /** Indicators and numbers, on the indicator's own scale; NaN is missing. Every declared one has an entry. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  /** Index of the level in the category's `levels`; -1 is missing. Every declared category has an entry. */
  readonly categories: ReadonlyMap<string, Int32Array>;
  /** Names of each category's levels, in order: what `categories` counts. */
  readonly levelNames: ReadonlyMap<string, readonly string[]>;
  /** The data block's missing codes: they hold for columns that a condition names without declaring them. */
  readonly missing: ValueSet;
  /** The `id` column as written, '' where blank; null when the data block names none (or the file lacks it). */
  readonly ids: readonly string[] | null;
  /** In order of variable, then row; at most 20,000 a variable (the problem about it counts all). */
  readonly dataProblems: readonly DataProblem[];
  /** About columns, levels and the data problems in summary, each with its plan path in `at`. Includes `checkColumns`'. */
  readonly problems: readonly Problem[];
}

/** What coding one variable yields; `values` are numbers or level indices. */
export interface CodedVariable<V> { readonly values: V; readonly dataProblems: readonly DataProblem[]; readonly problems: readonly Problem[] }

/** What the coding of every variable needs to know. */
export interface CodingContext {
  readonly frame: Frame;
  readonly missing: ValueSet;
  readonly outOfRange: 'dropped' | 'kept';
  readonly ids: readonly string[] | null;
  /** A declared number or indicator, coded; null when none has that name (or it is defined by itself). */
  readonly numbers: (name: string) => Float64Array | null;
  /** A column read as numbers; null when the file has none of that name. */
  readonly columnNumbers: (name: string) => Float64Array | null;
}

/**
 * Codes every declared variable of a plan. A variable whose column is not in the file is missing throughout (its problem is among
 * `problems`). Never throws. One value a row of the frame; the order of rows and of columns changes nothing else.
 * With a `memo`, a variable whose plan, data block and operands are those of an earlier call on the same frame (the same object) is not coded again.
 */
export function codeStudy(plan: Plan, frame: Frame, memo: Memo = noMemo): CodedStudy {
  const file = idOf(frame);
  const problems: Problem[] = [...checkColumns(plan, memo.recall(`schema ${file}`, () => schemaOf(frame)))];
  const dataProblems: DataProblem[] = [];
  const numbers = new Map<string, Float64Array>();
  const categories = new Map<string, Int32Array>();
  const ids = memo.recall(`respondents ${file} ${plan.data?.id}`, () => respondentsOf(plan, frame));
  const missing = plan.data?.missing ?? [];
  const outOfRange = plan.data?.outOfRange ?? 'dropped';
  const numeric = new Map(plan.variables.filter((v): v is IndicatorPlan | NumberPlan => v.kind !== 'category').map((v) => [v.name, v]));
  const inProgress = new Set<string>();
  const outcomes = new Map<string, { dataProblems: readonly DataProblem[]; problems: readonly Problem[] }>();

  // Numbers may be computed from numbers declared anywhere, so each is coded when first asked for.
  const numbersOf = (name: string): Float64Array | null => {
    const done = numbers.get(name);
    if (done !== undefined) return done;
    const variable = numeric.get(name);
    if (variable === undefined || inProgress.has(name)) return null;
    inProgress.add(name);
    const operands = variable.kind === 'number' && variable.formula !== null ? formulaVariables(variable.formula).map(numbersOf) : [];
    const coded = memo.recall(keyOf(variable, operands), () => (variable.kind === 'indicator' ? codeIndicator(variable, context) : codeNumber(variable, context)));
    inProgress.delete(name);
    numbers.set(name, coded.values);
    outcomes.set(name, coded);
    return coded.values;
  };
  const columnNumbers = (name: string): Float64Array | null => {
    const column = columnOf(frame, name);
    return column === undefined ? null : numericCells(column, missing).values;
  };
  const context: CodingContext = { frame, missing, outOfRange, ids, numbers: numbersOf, columnNumbers };
  const surroundings = `${file} ${plan.data?.id} ${outOfRange} ${JSON.stringify(missing)}`;
  const keyOf = (variable: VariablePlan, operands: readonly (object | null)[]): string => `code ${surroundings} ${idsOf(operands)} ${JSON.stringify(variable, withoutLabels)}`;

  for (const variable of plan.variables) {
    if (variable.kind === 'category') {
      const coded = memo.recall(keyOf(variable, variable.variable === null ? [] : [numbersOf(variable.variable)]), () => codeCategory(variable, context));
      categories.set(variable.name, coded.values);
      outcomes.set(variable.name, coded);
    } else {
      numbersOf(variable.name);
    }
  }
  for (const variable of plan.variables) {
    const outcome = outcomes.get(variable.name);
    if (outcome === undefined) continue;
    for (const problem of outcome.dataProblems) dataProblems.push(problem);
    problems.push(...outcome.problems);
  }
  problems.push(...memo.recall(`duplicates ${surroundings}`, () => duplicateIds(ids, frame)));
  const levelNames = new Map(plan.variables.filter((v): v is CategoryPlan => v.kind === 'category').map((v) => [v.name, v.levels.map((level) => level.name)]));
  return { rows: frame.rows, numbers, categories, levelNames, missing, ids, dataProblems, problems };
}

/** What a label says changes no answer. */
function withoutLabels(key: string, value: unknown): unknown {
  return key === 'label' || key === 'lowLabel' || key === 'highLabel' ? undefined : value;
}

function respondentsOf(plan: Plan, frame: Frame): readonly string[] | null {
  const column = plan.data?.id === undefined ? undefined : columnOf(frame, plan.data.id);
  return column === undefined ? null : Array.from({ length: frame.rows }, (_, row) => cellText(column, row) ?? '');
}

function duplicateIds(ids: readonly string[] | null, frame: Frame): Problem[] {
  if (ids === null) return [];
  const first = new Map<string, number>();
  let count = 0;
  let example: { id: string; first: number; second: number } | null = null;
  for (const [row, id] of ids.entries()) {
    if (id === '') continue;
    const before = first.get(id);
    if (before === undefined) { first.set(id, row); continue; }
    count++;
    example ??= { id, first: rowNumber(frame, before), second: rowNumber(frame, row) };
  }
  if (example === null) return [];
  return [raise(duplicateId, { ...example, count }, { at: 'data/id', data: { file: frame.file, row: example.second, value: example.id, id: example.id } })];
}
