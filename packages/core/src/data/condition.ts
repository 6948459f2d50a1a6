// Which rows a `where` lets in. A row whose value is missing is never in, not even by `is not`: nobody knows what it is not.
// `is blank` is the exception: it asks for what is missing.
import { columnOf, missingIn, type Frame } from './frame.ts';
import type { CodedStudy } from './coding.ts';
import type { Condition } from '../contract/variables.ts';
import { levelsIn, numericCells, setMatchesNumber } from './values.ts';

/** What a condition may read. */
export type Tested = Pick<CodedStudy, 'rows' | 'numbers' | 'categories' | 'levelNames' | 'missing'>;

/** One byte a row of the file: 1 is in. No condition lets every row in; a name that is neither declared nor a column lets none in. */
export function selectRows(condition: Condition | null, coded: Tested, frame: Frame): Uint8Array {
  const rows = coded.rows;
  if (condition === null) return new Uint8Array(rows).fill(1);
  if ('parts' in condition) {
    const and = condition.kind === 'and';
    const chosen = new Uint8Array(rows).fill(and ? 1 : 0);
    for (const part of condition.parts) {
      const selected = selectRows(part, coded, frame);
      for (let row = 0; row < rows; row++) chosen[row] = and ? chosen[row]! & selected[row]! : chosen[row]! | selected[row]!;
    }
    return chosen;
  }
  return condition.kind === 'is' ? selectValues(condition, coded, frame) : selectCompared(condition, coded, frame);
}

function selectValues(condition: Extract<Condition, { kind: 'is' }>, coded: Tested, frame: Frame): Uint8Array {
  const chosen = new Uint8Array(coded.rows);
  const category = coded.categories.get(condition.variable);
  const wanted = condition.not ? 0 : 1;
  if (category !== undefined && condition.levels !== null) {
    const names = coded.levelNames.get(condition.variable) ?? [];
    const levels = new Set(condition.levels);
    const inside = names.map((name) => (levels.has(name) ? 1 : 0));
    for (let row = 0; row < chosen.length; row++) {
      const level = category[row]!;
      if (level >= 0 && inside[level] === wanted) chosen[row] = 1;
    }
    return chosen;
  }
  const values = condition.values ?? [];
  const asksBlank = values.some((code) => code.kind === 'blank');
  const numbers = coded.numbers.get(condition.variable);
  if (numbers !== undefined || category !== undefined) {
    for (let row = 0; row < chosen.length; row++) {
      const missing = numbers === undefined ? category![row]! < 0 : Number.isNaN(numbers[row]!);
      const matches = missing ? asksBlank : numbers !== undefined && setMatchesNumber(values, numbers[row]!);
      if (missing && !asksBlank) continue;
      if (matches !== condition.not) chosen[row] = 1;
    }
    return chosen;
  }
  const column = columnOf(frame, condition.variable);
  if (column === undefined) return chosen;
  const missingSet = missingIn(column, coded.missing);
  const levelMatches = column.kind === 'text' ? levelsIn(values, column) : [];
  const levelMissing = column.kind === 'text' ? levelsIn(missingSet, column) : [];
  for (let row = 0; row < chosen.length; row++) {
    let missing: boolean;
    let matches: boolean;
    if (column.kind === 'number') {
      const value = column.values[row]!;
      missing = Number.isNaN(value) || setMatchesNumber(missingSet, value);
      matches = setMatchesNumber(values, value);
    } else {
      const code = column.codes[row]!;
      missing = code < 0 || levelMissing[code]!;
      matches = code >= 0 && levelMatches[code]!;
    }
    if (missing) {
      if (!asksBlank) continue;
      matches = true;
    }
    if (matches !== condition.not) chosen[row] = 1;
  }
  return chosen;
}

function selectCompared(condition: Extract<Condition, { kind: 'compare' }>, coded: Tested, frame: Frame): Uint8Array {
  const chosen = new Uint8Array(coded.rows);
  const column = columnOf(frame, condition.variable);
  const values =
    coded.numbers.get(condition.variable) ?? (column === undefined ? null : numericCells(column, missingIn(column, coded.missing)).values);
  if (values === null) return chosen;
  const limit = condition.value;
  for (let row = 0; row < chosen.length; row++) {
    const value = values[row]!;
    // NaN fails every comparison, so a missing value is never in.
    const holds =
      condition.operator === '<'
        ? value < limit
        : condition.operator === '<='
          ? value <= limit
          : condition.operator === '>'
            ? value > limit
            : condition.operator === '>='
              ? value >= limit
              : value === limit;
    if (holds) chosen[row] = 1;
  }
  return chosen;
}

/** The names that a condition tests, each once. */
export function conditionVariables(condition: Condition): string[] {
  return 'parts' in condition ? [...new Set(condition.parts.flatMap(conditionVariables))] : [condition.variable];
}
