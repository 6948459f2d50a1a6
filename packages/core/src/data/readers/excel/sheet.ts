// The cells of one sheet of a workbook, as they are stored: texts, numbers, dates by their formats. Which sheet is read and where its
// table begins is xlsx.ts.
import { Damage, grouped } from '../binary/cursor.ts';
import { isoDate, isoDateTime, isoTime } from '../binary/moments.ts';
import { writeNumber } from '../../values.ts';
import { attribute, letters, tagsIn } from './xml.ts';

export interface Sheet {
  /** Cells by row and column from 0, as texts; null is blank. Rows without a cell are undefined. */
  readonly rows: readonly (readonly (string | null)[] | undefined)[];
  readonly width: number;
  readonly merged: readonly Area[];
  /** Cells that hold an error, such as `#N/A`. */
  readonly errors: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

/** From 0, both ends within. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type Shows = 'number' | 'date' | 'datetime' | 'time';

export interface Book {
  readonly strings: readonly string[];
  /** What cells of a style are, by the style's number. */
  readonly styles: readonly Shows[];
  /** Days are counted from 1904, as on old Macintoshes. */
  readonly from1904: boolean;
}

const ROWS = 1048576;
const COLUMNS = 16384;
/** More cells than these are no table of answers, but a trap. */
const CELLS = 4e7;

/** `B12` as row and column from 0. */
function place(reference: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/u.exec(reference);
  if (found === null) return null;
  let column = 0;
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(found[2]);
  return row < 1 || row > ROWS || column > COLUMNS ? null : { row: row - 1, column: column - 1 };
}

export function readSheet(xml: string, book: Book): Sheet {
  const rows: (string | null)[][] = [];
  const merged: Area[] = [];
  const errors: { row: number; column: number; text: string }[] = [];
  let row = -1;
  let column = -1;
  let cells = 0;
  let width = 0;
  let type = 'n';
  let style = 0;
  let value: string | null = null;
  let inText = false;
  let whole = false;
  const finish = (): void => {
    const text = value === null ? null : cellOf(value, type, style, book, row, column);
    value = null;
    if (type === 'e' && text !== null) errors.push({ row, column, text });
    if (text === null || text === '' || type === 'e') return;
    if (++cells > CELLS) throw new Damage(`it has more than ${grouped(CELLS)} cells`, null, 'more than it holds');
    const line = (rows[row] ??= []);
    while (line.length < column) line.push(null);
    line[column] = text;
    width = Math.max(width, column + 1);
  };
  for (const { name, closes, empty, attributes, text } of tagsIn(xml)) {
    if (name === 'row' && !closes) {
      const stated = attribute(attributes, 'r');
      row = stated === null ? row + 1 : Number(stated) - 1;
      if (!(Number.isInteger(row) && row >= 0 && row < ROWS)) throw new Damage(`it has a row ${stated} that no sheet has`, null);
      column = -1;
    } else if (name === 'c' && !closes) {
      const reference = attribute(attributes, 'r');
      const at = reference === null ? { row, column: column + 1 } : place(reference);
      if (at === null || at.row !== row || at.column >= COLUMNS)
        throw new Damage(`it has a cell ${reference} that is not in its row`, null);
      column = at.column;
      type = attribute(attributes, 't') ?? 'n';
      style = Number(attribute(attributes, 's') ?? 0);
      value = null;
    } else if (name === 'c' && closes) finish();
    else if (name === 'v' && !closes && !empty) value = text;
    else if (name === 't' && type === 'inlineStr' && !closes && !empty) {
      value = (value ?? '') + text;
    } else if (name === 'rPh') inText = !closes;
    else if (name === 'mergeCell' && !closes) {
      const [from, to] = (attribute(attributes, 'ref') ?? '').split(':').map(place);
      if (from !== null && from !== undefined && to !== null && to !== undefined)
        merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
    } else if (name === 'worksheet' && closes) whole = true;
  }
  if (!whole || inText) throw new Damage('a sheet stops in the middle', null, 'cut off');
  return { rows, width, merged, errors };
}

function cellOf(stored: string, type: string, style: number, book: Book, row: number, column: number): string | null {
  switch (type) {
    case 's': {
      const text = book.strings[Number(stored)];
      if (text === undefined) throw new Damage(`row ${row + 1}, column ${column + 1} points to a text that is not there`, null);
      return text;
    }
    case 'inlineStr':
    case 'str':
    case 'e':
    case 'd':
      return letters(stored);
    case 'b':
      return stored.trim() === '1' ? '1' : '0';
    default: {
      const number = Number(stored);
      if (stored.trim() === '') return null;
      if (!Number.isFinite(number))
        throw new Damage(`row ${row + 1}, column ${column + 1} holds "${stored.slice(0, 20)}" as a number`, null);
      return shown(number + 0, book.styles[style] ?? 'number', book.from1904);
    }
  }
}

function shown(value: number, shows: Shows, from1904: boolean): string {
  if (shows === 'number' || value < 0) return numberText(value);
  // Excel takes 1900 for a leap year: its days before 1 March 1900 stand one lower.
  const days = from1904 ? value - 24107 : value < 60 ? value - 25568 : value - 25569;
  // Clocks are told to the thousandth of a second, which is as far as a double of a day goes.
  const seconds = Math.round(days * 86400e3) / 1e3;
  const text =
    shows === 'time' && value < 1
      ? isoTime(Math.round(value * 86400e3) / 1e3)
      : shows === 'date' && Number.isInteger(value)
        ? isoDate(days)
        : isoDateTime(seconds);
  return text ?? numberText(value);
}

/** Excel keeps fifteen digits: what it makes of a longer number is written so that nobody takes it for a name. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) > 1e15 ? value.toExponential(14).toUpperCase() : writeNumber(value);
}
