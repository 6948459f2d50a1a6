// The columns of categories, each answer numbered as its level is: then the codes of a category are those of its column, and no copy of
// them is made (code-category.ts). For whoever reads a file for one plan; an editor keeps a file's columns from plan to plan.
import { coding, recodeTo, type Codes } from '../counts/points.ts';
import { RemadePoints } from '../counts/remade.ts';
import { columnOf, pointColumn, type Column, type Frame } from './frame.ts';
import type { SurveyPlan } from './survey-plan.ts';
import type { CategoryPlan } from '../contract/variables.ts';
import { levelNumbers, setMatchesNumber, setMatchesText } from './values.ts';

/**
 * The same frame, its columns' answers in another order; what no level lists comes behind. Codes are renumbered where they stand: nobody
 * else may hold the frame.
 */
export function inDeclaredOrder({ variables }: Pick<SurveyPlan, 'variables'>, frame: Frame): Frame {
  if (frame.rows < coding.from) return frame;
  const moved = new Map<Column, Column>();
  const users = new Map<unknown, number>();
  for (const column of frame.columns) users.set(codesOf(column), (users.get(codesOf(column)) ?? 0) + 1);
  for (const variable of variables) {
    if (variable.kind !== 'category' || variable.variable !== null || variable.quantiles !== undefined) continue;
    const column = columnOf(frame, variable.column ?? variable.name);
    if (column !== undefined && users.get(codesOf(column)) === 1 && !moved.has(column)) moved.set(column, ordered(column, variable));
  }
  return { ...frame, columns: frame.columns.map((column) => moved.get(column) ?? column) };
}

/** Columns that have the same have the same codes. */
const codesOf = (column: Column): unknown =>
  column.kind === 'text' ? column.codes : column.points instanceof RemadePoints ? column.points.made : column.points?.codes;

function ordered(given: Column, { levels }: CategoryPlan): Column {
  const column = writtenOut(given);
  const held = levelsHeld(column);
  if (held === null || held.codes instanceof Int32Array) return column;
  const own = held.matches.map((matches) => levels.flatMap(({ codes }, level) => (matches(codes) ? [level] : [])));
  // An answer of two levels is told by the first one that there is.
  if (own.some((found) => found.length > 1)) return column;
  const place = own.map(([level]) => level ?? levels.length);
  const order = [...place.keys()].sort((a, b) => place[a]! - place[b]! || a - b);
  if (order.every((code, at) => code === at)) return column;
  const table = new Int32Array(order.length + 1).fill(-1);
  for (const [at, code] of order.entries()) table[code + 1] = at;
  // Another object: what is known of the codes as they were is kept with the one that they were.
  const codes = held.codes.subarray(0) as Codes;
  recodeTo(codes, held.codes, table);
  if (column.kind === 'number')
    return pointColumn(column, { codes, values: Float64Array.from(order, (code) => column.points!.values[code]!) });
  const { numbers } = column;
  return {
    ...column,
    codes,
    levels: order.map((code) => column.levels.at(code)!),
    ...(numbers === undefined ? {} : { numbers: order.map((code) => numbers[code]!) }),
  };
}

/** Codes of a category are a byte each. */
const writtenOut = (column: Column): Column =>
  column.kind === 'number' && column.points instanceof RemadePoints
    ? pointColumn(column, { codes: column.points.made.written(), values: column.points.values })
    : column;

/** Of each answer of a column that is kept as codes, whether a level's codes hold it. */
function levelsHeld(column: Column) {
  type Matches = (codes: CategoryPlan['levels'][number]['codes']) => boolean;
  if (column.kind === 'number')
    return column.points === undefined
      ? null
      : {
          codes: column.points.codes,
          matches: Array.from(
            column.points.values,
            (value): Matches =>
              (codes) =>
                setMatchesNumber(codes, value),
          ),
        };
  const numbers = levelNumbers(column);
  return {
    codes: column.codes,
    matches: column.levels.map(
      (text, code): Matches =>
        (codes) =>
          setMatchesText(codes, text, numbers[code]!),
    ),
  };
}
