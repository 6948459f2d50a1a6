// Who is a respondent: rows that do not meet the data block's `where` are left out before anything is coded, each counted with the rule
// that it did not meet. What a condition is of a row is data/condition.ts.
import { isCodes, NumberColumns, type Codes, type Values } from '../counts/points.ts';
import { letGoOfRemade, packedPoints } from '../counts/remade.ts';
import { coderOf } from '../data/coding.ts';
import { conditionVariables, FALSE, rulesOf, testRows, TRUE, writeCondition } from '../data/condition.ts';
import { pointColumn, rowNumber, type Column, type Flow, type Frame } from '../data/frame.ts';
import { picked } from '../data/packed-texts.ts';
import { meanOfColumns } from '../data/row-means.ts';
import { usedNames } from '../data/uses.ts';
import type { CategoryPlan, Condition, VariablePlan } from '../contract/variables.ts';
import { noMemo } from '../memo/memo.ts';
import type { Plan } from '../methods/plan.ts';
import { emptySubset, raise, type Problem } from '../problems/catalogue.ts';

/** Everything that the choice of respondents rests on: what is the same in two plans gives the same rows of the same file. */
export function respondentsRestOn(plan: Plan): unknown {
  const { data } = plan;
  if (data?.where === undefined) return null;
  return [data.where, [...variablesBehind(plan, data.where).values()], plan.groups, data.missing, data.outOfRange];
}

/** The declared variables that a condition tests, with whatever they are computed from. */
function variablesBehind(plan: Plan, where: Condition): ReadonlyMap<string, VariablePlan> {
  const declared = new Map(plan.variables.map((variable) => [variable.name, variable]));
  const groups = new Map(plan.groups.map((group) => [group.name, group.members]));
  const found = new Map<string, VariablePlan>();
  const visit = (name: string): void => {
    for (const member of groups.get(name) ?? []) visit(member);
    const variable = declared.get(name);
    if (variable === undefined || found.has(name)) return;
    found.set(name, variable);
    usedNames(variable).forEach(visit);
  };
  conditionVariables(where).forEach(visit);
  return found;
}

/** The frame of the respondents. Without a rule, or with one that names what is not there (told elsewhere), it is the same frame. */
export function takeRespondents(plan: Plan, frame: Frame): { readonly frame: Frame; readonly problems: readonly Problem[] } {
  const where = plan.data?.where;
  const whole = { frame, problems: [] };
  if (where === undefined || frame.rows === 0) return whole;
  const declared = new Map(plan.variables.map((variable) => [variable.name, variable]));
  const groups = new Map(plan.groups.map((group) => [group.name, group.members]));
  const columns = new Set(frame.columns.map((column) => column.name));
  if (conditionVariables(where).some((name) => !declared.has(name) && !groups.has(name) && !columns.has(name))) return whole;

  const coder = coderOf(plan, frame, noMemo);
  const numbers = new Map<string, Values>();
  const categories = new Map<string, Codes>();
  const levelNames = new Map<string, readonly string[]>();
  const code = (name: string): Values | null => {
    const variable = declared.get(name);
    if (variable === undefined) return null;
    const { values } = coder.code(variable);
    if (!isCodes(values)) return values;
    categories.set(name, values);
    levelNames.set(
      name,
      (variable as CategoryPlan).levels.map((level) => level.name),
    );
    return null;
  };
  for (const name of conditionVariables(where)) {
    const members = groups.get(name)?.flatMap((member) => code(member) ?? []) ?? [];
    const values = code(name) ?? (members.length === 0 ? null : meanOfColumns(noMemo, { columns: members }));
    if (values !== null) numbers.set(name, values);
  }
  const tested = { rows: frame.rows, numbers: new NumberColumns(numbers), categories, levelNames, missing: coder.missing };
  const inside = new Uint8Array(frame.rows).fill(1);
  const rules = rulesOf(where).map((rule): Flow['rules'][number] => {
    const truths = testRows(rule, tested, frame);
    let left = 0;
    let unknown = 0;
    for (let row = 0; row < inside.length; row++) {
      if (inside[row] === 0 || truths[row] === TRUE) continue;
      inside[row] = 0;
      left += 1;
      if (truths[row] !== FALSE) unknown += 1;
    }
    return { text: writeCondition(rule), left, unknown };
  });
  const all = new Uint32Array(inside.length);
  let count = 0;
  for (let row = 0; row < inside.length; row++) if (inside[row] === 1) all[count++] = row;
  const rows = all.slice(0, count);
  const taken: Frame = {
    ...frame,
    rows: rows.length,
    columns: frame.columns.map((column) => takenFrom(column, rows)),
    rowNumbers: Int32Array.from(rows, (row) => rowNumber(frame, row)),
    ...(frame.stacked === undefined ? {} : { stacked: { ...frame.stacked, of: Uint16Array.from(rows, (row) => frame.stacked!.of[row]!) } }),
    flow: { rows: frame.rows, rules },
  };
  const problems = rows.length === 0 ? [raise(emptySubset, { name: 'data', rows: frame.rows }, { at: 'data/where' })] : [];
  return { frame: taken, problems };
}

function takenFrom(column: Column, rows: Uint32Array): Column {
  if (column.kind === 'text') {
    // Texts of those who were left out are no answers: nothing is to be said of them.
    const place = new Int32Array(column.levels.length).fill(-1);
    const kept: number[] = [];
    // There are no more levels than before: they fit.
    const codes = column.codes.slice(0, rows.length);
    for (const [at, row] of rows.entries()) {
      const code = column.codes[row]!;
      if (code >= 0 && place[code]! < 0) place[code] = kept.push(code) - 1;
      codes[at] = code < 0 ? -1 : place[code]!;
    }
    const { numbers } = column;
    return {
      ...column,
      codes,
      levels: picked(column.levels, kept),
      ...(numbers === undefined ? {} : { numbers: kept.map((code) => numbers[code]!) }),
    };
  }
  const { reasons, points } = column;
  const own = reasons === undefined ? {} : { reasons: Uint8Array.from(rows, (row) => reasons[row]!) };
  if (points === undefined) return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!), ...own };
  const all = points.codes;
  const codes = all.slice(0, rows.length);
  for (const [at, row] of rows.entries()) codes[at] = all[row]!;
  letGoOfRemade(0);
  return pointColumn(column, packedPoints({ codes, values: points.values }), own);
}
