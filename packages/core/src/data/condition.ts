// Which rows a `where` lets in. A row whose value is missing is never in, not even by `is not`: nobody knows what it is not.
// `is blank` is the exception: it asks for what is missing.
import { columnOf, missingIn, numberAt, type Frame } from './frame.ts';
import type { CodedStudy } from './coding.ts';
import type { Condition } from '../contract/variables.ts';
import { levelsIn, numericCells, sameNumber, setMatchesNumber, writeNumber, writeValueSet } from './values.ts';

/** What a condition may read. */
export type Tested = Pick<CodedStudy, 'rows' | 'numbers' | 'categories' | 'levelNames' | 'missing'>;

/** One byte a row of the file: 1 is in. No condition lets every row in; a name that is neither declared nor a column lets none in. */
export function selectRows(condition: Condition | null, coded: Tested, frame: Frame): Uint8Array {
  if (condition === null) return new Uint8Array(coded.rows).fill(1);
  return Uint8Array.from(testRows(condition, coded, frame), (truth) => (truth === TRUE ? 1 : 0));
}

/** What a condition is of a row: `UNKNOWN` where a value that decides it is missing. */
export const TRUE = 1;
export const FALSE = 0;
export const UNKNOWN = -1;

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
  const truths = new Int8Array(coded.rows).fill(UNKNOWN);
  const category = coded.categories.get(condition.variable);
  const settle = (row: number, matches: boolean): void => {
    truths[row] = matches !== condition.not ? TRUE : FALSE;
  };
  const values = condition.values ?? [];
  const asksBlank = values.some((code) => code.kind === 'blank');
  if (category !== undefined && condition.levels !== null) {
    const levels = new Set(condition.levels);
    const inside = (coded.levelNames.get(condition.variable) ?? []).map((name) => levels.has(name));
    for (let row = 0; row < truths.length; row++) {
      const level = category[row]!;
      if (level >= 0) settle(row, inside[level]!);
      else if (asksBlank) settle(row, true);
    }
    return truths;
  }
  const numbers = coded.numbers.get(condition.variable);
  if (numbers !== undefined || category !== undefined) {
    for (let row = 0; row < truths.length; row++) {
      const missing = numbers === undefined ? category![row]! < 0 : Number.isNaN(numbers[row]!);
      if (missing && !asksBlank) continue;
      settle(row, missing || (numbers !== undefined && setMatchesNumber(values, numbers[row]!)));
    }
    return truths;
  }
  const column = columnOf(frame, condition.variable);
  if (column === undefined) return truths;
  const missingSet = missingIn(column, coded.missing);
  const levelMatches = column.kind === 'text' ? levelsIn(values, column) : [];
  const levelMissing = column.kind === 'text' ? levelsIn(missingSet, column) : [];
  for (let row = 0; row < truths.length; row++) {
    const value = column.kind === 'number' ? numberAt(column, row) : NaN;
    const code = column.kind === 'number' ? -1 : column.codes[row]!;
    const missing = column.kind === 'number' ? Number.isNaN(value) || setMatchesNumber(missingSet, value) : code < 0 || levelMissing[code]!;
    if (missing && !asksBlank) continue;
    settle(row, missing || (column.kind === 'number' ? setMatchesNumber(values, value) : levelMatches[code]!));
  }
  return truths;
}

function testCompared(condition: Extract<Condition, { kind: 'compare' }>, coded: Tested, frame: Frame): Int8Array {
  const truths = new Int8Array(coded.rows).fill(UNKNOWN);
  const column = columnOf(frame, condition.variable);
  const values =
    coded.numbers.get(condition.variable) ?? (column === undefined ? null : numericCells(column, missingIn(column, coded.missing)).values);
  if (values === null) return truths;
  const { operator, value: limit } = condition;
  for (let row = 0; row < truths.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const holds = sameNumber(value, limit)
      ? operator === '=' || operator === '<=' || operator === '>='
      : operator !== '=' && operator.startsWith('<') === value < limit;
    truths[row] = holds ? TRUE : FALSE;
  }
  return truths;
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
