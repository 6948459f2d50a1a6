// Numbers that are not written plainly: decimal commas and separators between thousands. Decided per column, with the rest of the
// file as witness; a column that can be read in two ways with no witness is named.
import type { TextColumn } from '../frame.ts';
import { numberOf } from '../values.ts';
import type { Delimiter } from './delimiter.ts';

const COMMA_DECIMAL = /^[+-]?(\d{1,3}(\.\d{3})+|\d+)?,\d+$/u;
const DOT_THOUSANDS = /^[+-]?\d{1,3}(\.\d{3})+$/u;
const INTEGER = /^[+-]?\d+$/u;
const COMMA_THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u;

export type NumberStyle = 'comma-decimal' | 'comma-thousands';

/** The styles in which every cell of a text column is a number; empty when it is no number column (or a plain one). */
export function possibleStyles(levels: readonly string[]): NumberStyle[] {
  let decimal = levels.length > 0;
  let thousands = levels.length > 0;
  let commas = false;
  for (const level of levels) {
    const cell = level.trim();
    if (cell.includes(',')) commas = true;
    if (decimal && !COMMA_DECIMAL.test(cell) && !DOT_THOUSANDS.test(cell) && !INTEGER.test(cell)) decimal = false;
    if (thousands && !COMMA_THOUSANDS.test(cell) && numberOf(cell) === null) thousands = false;
    if (!decimal && !thousands) return [];
  }
  if (!commas) return [];
  return [...(decimal ? (['comma-decimal'] as const) : []), ...(thousands ? (['comma-thousands'] as const) : [])];
}

/** Which of two possible styles to take; `why` is null when a sure witness decides and nobody need be told. */
export function chooseStyle(delimiter: Delimiter, sure: ReadonlySet<NumberStyle>): { style: NumberStyle; why: string | null } {
  if (sure.size === 1) return { style: [...sure][0]!, why: null };
  if (delimiter === ',') return { style: 'comma-thousands', why: null };
  return delimiter === ';' ? { style: 'comma-decimal', why: 'the cells are separated by semicolons' } : { style: 'comma-thousands', why: 'no other number of the file has a decimal comma' };
}

/** A cell read in a style; the caller has made sure that it fits. */
export function readNumber(cell: string, style: NumberStyle): number {
  const trimmed = cell.trim();
  return Number(style === 'comma-thousands' ? trimmed.replaceAll(',', '') : trimmed.replaceAll('.', '').replace(',', '.')) + 0;
}

/** In a file with decimal commas, plain numbers of the shape 1.234 are thousands: all cells must have at most three digits before each dot. */
export function isDotThousands(levels: readonly string[]): boolean {
  return levels.some((level) => level.includes('.')) && levels.every((level) => DOT_THOUSANDS.test(level) || /^[+-]?\d{1,3}$/u.test(level));
}

export function numbersOfText(column: TextColumn, read: (cell: string) => number): Float64Array {
  const values = column.levels.map(read);
  return Float64Array.from(column.codes, (code) => (code < 0 ? NaN : values[code]!));
}
