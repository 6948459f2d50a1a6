// Which rows a `where` lets in. A row whose value is missing is never in, not even by `is not`: nobody knows what it is not.
// `is blank` is the exception: it asks for what is missing.
import { columnAt, isPoints, type Codes, type Values } from '../counts/points.ts';
import { columnOf, missingIn, type Frame } from './frame.ts';
import type { CodedStudy } from './coding.ts';
import type { Condition } from '../contract/variables.ts';
import { levelsIn, numericCells, pointCells, sameNumber, setMatchesNumber, writeNumber, writeValueSet } from './values.ts';

/** What a condition may read. */
export type Tested = Pick<CodedStudy, 'rows' | 'numbers' | 'categories' | 'levelNames' | 'missing'>;

/** One byte a row of the file: 1 is in. No condition lets every row in; a name that is neither declared nor a column lets none in. */
export function selectRows(condition: Condition | null, coded: Tested, frame: Frame): Uint8Array {
  if (condition === null) return new Uint8Array(coded.rows).fill(1);
  const truths = testRows(condition, coded, frame);
  const inside = new Uint8Array(truths.length);
  for (let row = 0; row < inside.length; row++) inside[row] = truths[row] === TRUE ? 1 : 0;
  return inside;
}

/** What a condition is of a row: `UNKNOWN` where a value that decides it is missing. */
export const TRUE = 1;
export const FALSE = 0;
const UNKNOWN = -1;

/**
 * Whether the condition holds, row by row: `TRUE`, `FALSE` or `UNKNOWN`. Three values, as SPSS has them (Kleene 1952): true or missing is
 * true, false and missing is false, and everything else with a missing part is missing.
 */
export function testRows(condition: Condition, coded: Tested, frame: Frame): Int8Array {
  if (!('parts' in condition)) return condition.kind === 'is' ? testValues(condition, coded, frame) : testCompared(condition, coded, frame);
  // Who decides alone: one that is false decides `and`, one that is true decides `or`.
  const deciding = condition.kind === 'and' ? FALSE : TRUE;
  const truths = new Int8Array(coded.rows).fill(condition.kind === 'and' ? TRUE : FALSE);
  for (const part of condition.parts) {
    const own = testRows(part, coded, frame);
    for (let row = 0; row < truths.length; row++)
      if (truths[row] !== deciding && own[row] !== (condition.kind === 'and' ? TRUE : FALSE)) truths[row] = own[row]!;
  }
  return truths;
}

function testValues(condition: Extract<Condition, { kind: 'is' }>, coded: Tested, frame: Frame): Int8Array {
  const category = coded.categories.get(condition.variable);
  const values = condition.values ?? [];
  const asksBlank = values.some((code) => code.kind === 'blank');
  const settled = (matches: boolean): number => (matches !== condition.not ? TRUE : FALSE);
  /** What is missing. */
  const unanswered = asksBlank ? settled(true) : UNKNOWN;
  const truthOf = (value: number): number => (Number.isNaN(value) ? unanswered : settled(setMatchesNumber(values, value)));
  if (category !== undefined && condition.levels !== null) {
    const levels = new Set(condition.levels);
    const ofLevel = (coded.levelNames.get(condition.variable) ?? []).map((name) => settled(levels.has(name)));
    return byCode(category, ofLevel, unanswered);
  }
  const numbers = columnAt(coded.numbers, condition.variable);
  if (numbers !== undefined) return byValue(numbers, truthOf, unanswered);
  if (category !== undefined) {
    const count = coded.levelNames.get(condition.variable)?.length ?? 0;
    return byCode(
      category,
      Array.from({ length: count }, () => settled(false)),
      unanswered,
    );
  }
  const column = columnOf(frame, condition.variable);
  if (column === undefined) return new Int8Array(coded.rows).fill(UNKNOWN);
  const missing = missingIn(column, coded.missing);
  if (column.kind === 'number')
    return byValue(column.points ?? column.values, (value) => (setMatchesNumber(missing, value) ? unanswered : truthOf(value)), unanswered);
  const gone = levelsIn(missing, column);
  return byCode(
    column.codes,
    levelsIn(values, column).map((matches, code) => (gone[code]! ? unanswered : settled(matches))),
    unanswered,
  );
}

/** Of each row what its code is; `none` where it has none. */
function byCode(codes: Codes, truths: readonly number[], none: number): Int8Array {
  const table = Int8Array.of(none, ...truths);
  const out = new Int8Array(codes.length);
  for (let row = 0; row < out.length; row++) out[row] = table[codes[row]! + 1]!;
  return out;
}

/** `of` a number that is not missing; asked once for each that there is where they are few. */
function byValue(values: Values, of: (value: number) => number, none: number): Int8Array {
  if (isPoints(values))
    return byCode(
      values.codes,
      Array.from(values.values, (value) => (Number.isNaN(value) ? none : of(value))),
      none,
    );
  return Int8Array.from(values, (value) => (Number.isNaN(value) ? none : of(value)));
}

function testCompared(condition: Extract<Condition, { kind: 'compare' }>, coded: Tested, frame: Frame): Int8Array {
  const column = columnOf(frame, condition.variable);
  const missing = column === undefined ? [] : missingIn(column, coded.missing);
  const values =
    columnAt(coded.numbers, condition.variable) ??
    (column === undefined ? null : (pointCells(column, missing) ?? numericCells(column, missing)).values);
  if (values === null) return new Int8Array(coded.rows).fill(UNKNOWN);
  const { operator, value: limit } = condition;
  const holds = (value: number): boolean =>
    sameNumber(value, limit)
      ? operator === '=' || operator === '<=' || operator === '>='
      : operator !== '=' && operator.startsWith('<') === value < limit;
  return byValue(values, (value) => (holds(value) ? TRUE : FALSE), UNKNOWN);
}

/** The rules of a condition: each part of an `and` is one. */
export const rulesOf = (where: Condition): readonly Condition[] => (where.kind === 'and' ? where.parts : [where]);

/** The names that a condition tests, each once. */
export function conditionVariables(condition: Condition): string[] {
  return 'parts' in condition ? [...new Set(condition.parts.flatMap(conditionVariables))] : [condition.variable];
}

/** As one writes it in a spec, with only the parentheses that it needs. */
export function writeCondition(condition: Condition): string {
  if ('parts' in condition)
    return condition.parts
      .map((part) => ('parts' in part ? `(${writeCondition(part)})` : writeCondition(part)))
      .join(` ${condition.kind} `);
  if (condition.kind === 'compare') return `${condition.variable} ${condition.operator} ${writeNumber(condition.value)}`;
  const values = condition.values === null ? [] : [writeValueSet(condition.values)];
  const codes = [...(condition.levels ?? []), ...values].join(' | ');
  return `${condition.variable} is ${condition.not ? 'not ' : ''}${codes}`;
}
