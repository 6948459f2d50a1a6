// One pass over the records of a CSV file: numbers are parsed from the bytes, texts go to a dictionary, rows of the wrong length are noted.
// Which columns there are and what a fault means is csv.ts.
import { tellPart } from '../../numerics/parts.ts';
import { tenTo } from '../../numerics/powers.ts';
import { isLongInteger, plainNumberOf } from '../values.ts';
import { decodeCell, textBuilder, type TextBuilder } from './text-builder.ts';

export const SKIP = 0;
export const NUMBER = 1;
export const TEXT = 2;

/** The first record with a fault, and how many have it. */
export interface Fault {
  readonly record: number;
  readonly cells: number;
  readonly text: string;
  readonly count: number;
}

export interface Scan {
  readonly rows: number;
  readonly numbers: readonly (Float64Array | null)[];
  readonly texts: readonly (TextBuilder | null)[];
  /** Columns asked for as numbers that hold something else, or whole numbers of more than 15 digits, which are names. */
  readonly failed: readonly number[];
  /** Where the record after the last one stands. */
  readonly next: number;
  /** Number in the file of each row kept, when blank records between them were left out. */
  readonly rowNumbers: Int32Array | null;
  readonly faults: Readonly<Partial<Record<'short' | 'long' | 'blank' | 'unanswered' | 'stray' | 'unclosed', Fault>>>;
}

const POWERS = Array.from({ length: 23 }, (_, i) => tenTo(i));

/**
 * Scans from `start`. `bytes` must end with a line break that stands for the end of the file. `kinds` says per column what to do;
 * `capacity` is an upper bound of the number of records, `before` the number of records of the table that stand before `start`. A cell that
 * is missing at the end of a short row is blank.
 */
export function scanRecords(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  kinds: readonly number[],
  capacity: number,
  maxRows = Infinity,
  before = 0,
): Scan {
  const width = kinds.length;
  const kind = Uint8Array.from(kinds);
  const numbers = kinds.map((k) => (k === NUMBER ? new Float64Array(capacity) : null));
  const texts = kinds.map((k) => (k === TEXT ? textBuilder(capacity) : null));
  const failed: number[] = [];
  const faults: Partial<Record<keyof Scan['faults'], Fault>> = {};
  const note = (name: keyof Scan['faults'], record: number, cells: number, text = '', times = 1): void => {
    const known = faults[name];
    faults[name] = known === undefined ? { record, cells, text, count: times } : { ...known, count: known.count + times };
  };
  const end = bytes.length - 1;
  let rowNumbers: Int32Array | null = before > 0 ? new Int32Array(capacity) : null;
  let row = 0;
  let record = before;
  let emptyLines = 0;
  let trailingBlank = 0;
  let firstTrailing = 0;
  let scratch = new Uint8Array(256);
  let i = start;

  const store = (column: number, at: Uint8Array, from: number, to: number): void => {
    const k = kind[column];
    if (k === TEXT) texts[column]!.set(row, at, from, to);
    else if (k === NUMBER) {
      const cell = decodeCell(at, from, to).trim();
      const value = cell === '' ? NaN : isLongInteger(cell) ? null : plainNumberOf(cell);
      if (value === null) {
        failed.push(column);
        kind[column] = SKIP;
      } else numbers[column]![row] = value;
    }
  };

  while (i < end && row < maxRows) {
    record++;
    if ((record & 8191) === 0) tellPart(i, end);
    let column = 0;
    let filled = false;
    let beyond = false;
    let quoted = false;
    for (;;) {
      let byte = bytes[i]!;
      while (byte === 32 || (byte === 9 && delimiter !== 9)) byte = bytes[++i]!;
      const k = column < width ? kind[column]! : SKIP;
      if (byte === 34) {
        quoted = true;
        // Unescape into `scratch`: the cell without its quotation marks, "" as ".
        const open = i;
        let length = 0;
        let closed = false;
        for (i++; i < end; i++) {
          const inside = bytes[i]!;
          if (inside === 34) {
            if (bytes[i + 1] === 34) i++;
            else {
              closed = true;
              i++;
              break;
            }
          }
          if (length === scratch.length) {
            const larger = new Uint8Array(length * 2);
            larger.set(scratch);
            scratch = larger;
          }
          scratch[length++] = inside;
        }
        if (!closed) {
          note('unclosed', record, column + 1, decodeCell(bytes, open + 1, cut(bytes, open + 1, end)));
          return finish();
        }
        const after = i;
        byte = bytes[i]!;
        while (byte !== delimiter && byte !== 10 && byte !== 13) byte = bytes[++i]!;
        let to = i;
        while (to > after && (bytes[to - 1] === 32 || bytes[to - 1] === 9)) to--;
        if (to > after) {
          const joined = new Uint8Array(length + to - after);
          joined.set(scratch.subarray(0, length));
          joined.set(bytes.subarray(after, to), length);
          note('stray', record, column + 1, decodeCell(joined, 0, Math.min(joined.length, 60)));
          scratch = joined.length > 256 ? joined : enlarged(joined, 256);
          length = joined.length;
        }
        let from = 0;
        while (from < length && (scratch[from] === 32 || scratch[from] === 9)) from++;
        if (from === length) length = 0;
        else if (column < width) filled = true;
        else beyond = true;
        if (column < width) store(column, scratch, 0, length);
      } else if (k === NUMBER) {
        const from = i;
        let negative = false;
        if (byte === 45) {
          negative = true;
          byte = bytes[++i]!;
        } else if (byte === 43) byte = bytes[++i]!;
        let value = 0;
        let digits = 0;
        let decimals = 0;
        while (byte >= 48 && byte <= 57) {
          value = value * 10 + (byte - 48);
          digits++;
          byte = bytes[++i]!;
        }
        if (byte === 46) {
          byte = bytes[++i]!;
          while (byte >= 48 && byte <= 57) {
            value = value * 10 + (byte - 48);
            digits++;
            decimals++;
            byte = bytes[++i]!;
          }
        }
        const ended = byte === delimiter || byte === 10 || byte === 13;
        if (ended && digits > 0 && digits <= 15) {
          // Up to 15 digits and 22 decimals, one division is correctly rounded (Clinger 1990).
          if (decimals > 0) value /= POWERS[decimals]!;
          numbers[column]![row] = negative ? 0 - value : value;
          filled = true;
        } else if (ended && i === from) {
          numbers[column]![row] = NaN;
        } else {
          while (byte !== delimiter && byte !== 10 && byte !== 13) byte = bytes[++i]!;
          filled = true;
          store(column, bytes, from, i);
        }
      } else {
        const from = i;
        while (byte !== delimiter && byte !== 10 && byte !== 13) byte = bytes[++i]!;
        let to = i;
        while (to > from && (bytes[to - 1] === 32 || bytes[to - 1] === 9)) to--;
        if (to > from) {
          if (column < width) filled = true;
          else beyond = true;
        }
        if (k === TEXT) texts[column]!.set(row, bytes, from, to);
      }
      column++;
      if (bytes[i] !== delimiter || i >= end) break;
      i++;
    }
    i += bytes[i] === 13 && bytes[i + 1] === 10 && i + 1 < end ? 2 : 1;

    for (let rest = column; rest < width; rest++) {
      if (kind[rest] === NUMBER) numbers[rest]![row] = NaN;
      else if (kind[rest] === TEXT) texts[rest]!.codes[row] = -1;
    }
    if (!filled && !beyond) {
      if (width === 1 && column === 1) {
        // In a table of one column an empty line is a blank answer, unless it is one of those at the end; "" always is one.
        trailingBlank = quoted ? 0 : trailingBlank + 1;
        if (rowNumbers !== null) rowNumbers[row] = record;
        row++;
        continue;
      }
      if (column === 1) {
        emptyLines++;
        rowNumbers ??= counted(row, capacity);
        continue;
      }
      // A record of separators only is a case that answered nothing, as SPSS has it, unless it is one of those that spreadsheets leave at
      // the end.
      if (trailingBlank === 0) firstTrailing = record;
      trailingBlank++;
      if (rowNumbers !== null) rowNumbers[row] = record;
      row++;
      continue;
    }
    // Empty lines between rows are told; those at the end of a file are nothing.
    if (emptyLines > 0) {
      note('blank', record - emptyLines, 1, '', emptyLines);
      emptyLines = 0;
    }
    if (column < width) note('short', record, column);
    if (beyond) note('long', record, column);
    if (trailingBlank > 0 && width > 1) note('unanswered', firstTrailing, width, '', trailingBlank);
    trailingBlank = 0;
    if (rowNumbers !== null) rowNumbers[row] = record;
    row++;
  }
  return finish();

  function finish(): Scan {
    const rows = row - trailingBlank;
    if (trailingBlank > 0 && width > 1) note('blank', firstTrailing, width, '', trailingBlank);
    const numbered = rowNumbers !== null && rows > 0 && rowNumbers[rows - 1] !== rows ? rowNumbers.slice(0, rows) : null;
    return { rows, numbers, texts, failed, next: i, rowNumbers: numbered, faults };
  }
}

function counted(rows: number, capacity: number): Int32Array {
  const numbers = new Int32Array(capacity);
  for (let row = 0; row < rows; row++) numbers[row] = row + 1;
  return numbers;
}

function enlarged(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(bytes);
  return larger;
}

/** End of the first 30 bytes of a cell for a message: at a line break, and not within a letter. */
export function cut(bytes: Uint8Array, from: number, end: number): number {
  let to = from;
  while (to < end && to < from + 30 && bytes[to] !== 10 && bytes[to] !== 13) to++;
  while (to < end && (bytes[to]! & 0xc0) === 0x80) to--;
  return to;
}
