// Value sets (missing codes, levels, conditions) matched against answers, and how cells read as numbers.
// A number as a code matches by value, so `1` matches a cell "01"; a text matches as it is written, so "1" does not.
import type { Bound, Code, ValueSet } from '../contract/variables.ts';
import { keyOf } from './keys.ts';
import { once } from '../numerics/once.ts';
import { lengthOf, pointsOf, tallyIn, tallyOf, type Codes, type Points } from '../counts/points.ts';
import { retabled } from '../counts/remade.ts';
import { numberAt, type Column, type TextColumn } from './frame.ts';

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu;
const OTHER_WIDTH = /[^\x20-\x7e]/u;

/** The number that a text is written as (`5`, `-1.5`, `.5`, `1e3`), or null: in the signs that every program reads. */
export function plainNumberOf(text: string): number | null {
  const trimmed = text.trim();
  if (!PLAIN_NUMBER.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value + 0 : null;
}

/**
 * The same, with full-width digits and the other minus signs too. No thousands, no decimal comma: those are a column's matter
 * (readers/number-style.ts).
 */
export function numberOf(text: string): number | null {
  return plainNumberOf(text) ?? (OTHER_WIDTH.test(text) ? plainNumberOf(inPlainSigns(text)) : null);
}

/**
 * Full-width digits, points and signs as their plain ones (`３．５` is `3.5`), and a minus of print (`−`, `–`) as the one of a keyboard.
 * Nothing else changes: `3²` stays.
 */
export function inPlainSigns(text: string): string {
  return text
    .trim()
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/^[\u2212\u2013\ufe63]/u, '-')
    .trim();
}

/** Whole numbers of more than 15 digits are names: a double would tell some of them apart no more. */
export function isLongInteger(text: string): boolean {
  return /^[+-]?\d{16,}$/u.test(text);
}

/**
 * Numbers that differ by no more than what another order of computation makes of them: to 12 digits. Whole numbers are the same or not.
 */
export function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  if (Number.isInteger(a) && Number.isInteger(b)) return false;
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** `15` in `..<15` is outside, in `..15` inside. */
export function withinBounds(value: number, low: Bound, high: Bound): boolean {
  if (low !== null && (sameNumber(value, low.value) ? low.open : value < low.value)) return false;
  return high === null || (sameNumber(value, high.value) ? !high.open : value < high.value);
}

function codeMatchesNumber(code: Code, value: number): boolean {
  switch (code.kind) {
    case 'blank':
      return false;
    case 'number':
      return sameNumber(code.value, value);
    case 'text':
      return numberOf(code.text) === value;
    case 'range':
      return withinBounds(value, code.low, code.high);
  }
}

/** Whether some answer that `code` holds is in the set too. Of two ranges only whole numbers and the ends are looked at. */
export function codesShared(code: Code, set: ValueSet): boolean {
  if (code.kind === 'blank') return false;
  if (code.kind === 'number') return setMatchesNumber(set, code.value);
  if (code.kind === 'text') return setMatchesText(set, code.text);
  return set.some((other) => {
    if (other.kind === 'number') return withinBounds(other.value, code.low, code.high);
    if (other.kind === 'text') {
      const value = numberOf(other.text);
      return value !== null && withinBounds(value, code.low, code.high);
    }
    if (other.kind === 'blank') return false;
    const ends = [code.low, code.high, other.low, other.high].flatMap((bound) =>
      bound === null ? [] : [bound.value, Math.floor(bound.value) + 1, Math.ceil(bound.value) - 1],
    );
    return ends.some((value) => withinBounds(value, code.low, code.high) && withinBounds(value, other.low, other.high));
  });
}

export function setMatchesNumber(set: ValueSet, value: number): boolean {
  return set.some((code) => codeMatchesNumber(code, value));
}

/** Texts compare as names do; numbers and ranges by `value`, what the text reads as. */
export function setMatchesText(set: ValueSet, text: string, value: number | null = numberOf(text)): boolean {
  return set.some((code) => (code.kind === 'text' ? keyOf(code.text) === keyOf(text) : value !== null && codeMatchesNumber(code, value)));
}

/** Per level of a text column: the number that it reads as, null when it is none. */
export function levelNumbers(column: TextColumn): readonly (number | null)[] {
  return column.numbers ?? column.levels.map(numberOf);
}

/** Per level of a text column: whether the set holds it. */
export function levelsIn(set: ValueSet, column: TextColumn): boolean[] {
  if (!listsValues(set)) return column.levels.map(() => false);
  const numbers = levelNumbers(column);
  return column.levels.map((level, code) => setMatchesText(set, level, numbers[code]!));
}

/** Does the set hold anything but `blank`? */
export function listsValues(set: ValueSet): boolean {
  return set.some((code) => code.kind !== 'blank');
}

/** A raw number as it is written back to the author. */
export function writeNumber(value: number): string {
  return String(value);
}

/** As one writes it in a spec: `1 | 3..5 | ..<3 | "refused" | blank`. */
export function writeValueSet(set: ValueSet): string {
  return set
    .map((code) => {
      if (code.kind === 'blank') return 'blank';
      if (code.kind === 'number') return writeNumber(code.value);
      if (code.kind === 'text') return `"${code.text}"`;
      const low = code.low === null ? '' : writeNumber(code.low.value);
      const high = code.high === null ? '' : writeNumber(code.high.value);
      return `${low}${code.low?.open === true ? '<..' : code.high?.open === true ? '..<' : '..'}${high}`;
    })
    .join(' | ');
}

/** What the cell of a row holds, as text; null when it is blank. */
export function cellText(column: Column, row: number): string | null {
  if (column.kind === 'number') {
    const value = numberAt(column, row);
    return Number.isNaN(value) ? null : writeNumber(value);
  }
  const code = column.codes[row]!;
  return code < 0 ? null : column.levels.at(code)!;
}

/** A column as codes: what stands there is asked once a code, not once a row. */
export interface CodedCells {
  readonly rows: number;
  /** Of each row. Who asks has them made where they are kept otherwise. */
  readonly codes: () => Codes;
  /** The same rows, with a number for each code. */
  readonly numbered: (table: Float64Array) => Points;
  /** Rows of each code; last those of none. A code may occur in no row. */
  readonly counts: Float64Array;
  /** As what is written. */
  readonly textOf: (code: number) => string;
}

/** The column's own codes; of one that is kept as a number a row its distinct numbers', ascending. */
export function codedCells(column: Column): CodedCells & { readonly numbers: Float64Array | null } {
  if (column.kind === 'text')
    return {
      rows: column.codes.length,
      codes: () => column.codes,
      numbered: (table) => ({ codes: column.codes, values: table }),
      counts: tallyOf(column.codes, column.levels.length),
      textOf: (code) => column.levels.at(code)!,
      numbers: null,
    };
  const points = column.points ?? pointsOf(column.values, Infinity)!;
  const { values } = points;
  return {
    rows: lengthOf(points),
    codes: () => points.codes,
    numbered: (table) => retabled(points, table),
    counts: tallyIn(points),
    textOf: (code) => writeNumber(values[code]!),
    numbers: values,
  };
}

/** As `numericCells`, of a column that is kept as codes; null for one that is not. */
export function pointCells(column: Column, missing: ValueSet): (Omit<NumericCells, 'values'> & { readonly values: Points }) | null {
  if (column.kind === 'number' && column.points === undefined) return null;
  const { rows, codes: codesOf, counts, numbers, numbered } = codedCells(column);
  const gone = column.kind === 'text' ? levelsIn(missing, column) : [];
  const read =
    column.kind === 'text'
      ? levelNumbers(column).map((value, code) => (gone[code]! ? NaN : value))
      : Array.from(numbers!, (value) => (setMatchesNumber(missing, value) ? NaN : value));
  let answered = 0;
  for (const [code, value] of read.entries()) if (value === null || !Number.isNaN(value)) answered += counts[code]!;
  const notNumbers = once(() => {
    const found: number[] = [];
    if (read.some((value, code) => value === null && counts[code]! > 0)) {
      const codes = codesOf();
      for (let row = 0; row < rows; row++) if (codes[row]! >= 0 && read[codes[row]!] === null) found.push(row);
    }
    return found;
  });
  return {
    values: numbered(Float64Array.from(read, (value) => value ?? NaN)),
    answered,
    get notNumbers() {
      return notNumbers();
    },
  };
}

export interface NumericCells {
  /** NaN: blank, missing by its code, or no number. */
  readonly values: Float64Array;
  /** Rows (from 0) whose cell is neither missing nor a number. */
  readonly notNumbers: readonly number[];
  /** Cells that are neither blank nor missing by their code. */
  readonly answered: number;
}

/** A column read as numbers, with `missing` taken out. Always a fresh array. */
export function numericCells(column: Column, missing: ValueSet): NumericCells {
  const notNumbers: number[] = [];
  let answered = 0;
  if (column.kind === 'number') {
    const values = column.values.slice();
    const test = listsValues(missing);
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      if (test && setMatchesNumber(missing, value)) values[row] = NaN;
      else answered++;
    }
    return { values, notNumbers, answered };
  }
  const values = new Float64Array(column.codes.length).fill(NaN);
  // Per level: its number, NaN when missing, null when it is no number.
  const gone = levelsIn(missing, column);
  const numbers = levelNumbers(column).map((value, code) => (gone[code]! ? NaN : value));
  for (let row = 0; row < values.length; row++) {
    const code = column.codes[row]!;
    if (code < 0) continue;
    const value = numbers[code];
    if (value === null || value === undefined) {
      notNumbers.push(row);
      answered++;
    } else if (!Number.isNaN(value)) {
      values[row] = value;
      answered++;
    }
  }
  return { values, notNumbers, answered };
}
