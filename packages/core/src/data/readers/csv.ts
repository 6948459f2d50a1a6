// Reads a CSV file: bytes in, a Frame and problems out. Which bytes are which letters is decode.ts; missing codes are coding.ts.
import type { ReadOptions } from './binary/reading.ts';
import { ended, sourceOf } from './blocks/blocks.ts';
import type { Column } from '../frame.ts';
import { readLarge } from './csv-blocks.ts';
import { SKIP, TEXT, scanRecords } from './csv-scan.ts';
import { readTable, TRIAL, type CsvReading, type Table } from './csv-table.ts';
import { decodeTable } from './decode.ts';

export { readCsvCells, readCsvRows, type CsvCell } from './csv-rows.ts';
export type { CsvOptions, CsvReading } from './csv-table.ts';

/**
 * Reads comma-, semicolon- or tab-separated text whose first row names the columns. A column is a NumberColumn when each cell that is not
 * blank is a number, plainly written and of at most 15 digits; else it is a TextColumn, with its numbers where they are written in another
 * style. Spaces around unquoted cells do not count; a cell of white space only is blank. Short rows are filled with blanks and told; rows
 * that are too long are an error, since their answers may be shifted. Rows of headings and of sums are left out and told.
 */
export function readCsv(bytes: Uint8Array, file: string, options: ReadOptions = {}): CsvReading {
  if (bytes.length >= LARGE) {
    const found = readLarge(sourceOf(bytes), file, options);
    if (found !== null) return found;
  }
  return readWhole(bytes, file, options);
}

/** Files of so many bytes are read in blocks. */
const LARGE = 1 << 18;

/** Reads a file whose bytes are all in memory, in any encoding. */
function readWhole(bytes: Uint8Array, file: string, options: ReadOptions = {}): CsvReading {
  const decoded = decodeTable(bytes, file, options.encoding);
  if (decoded.bytes === null) return { frame: null, problems: decoded.problems, delimiter: ',', encoding: decoded.encoding };
  const text = ended(decoded.bytes);
  const table = readTable(file, options, {
    ...decoded,
    text,
    scan: (at, delimiter, names, kinds, before) => scanTyped(text, at, delimiter, names, kinds, before),
  });
  return table!;
}

/** Upper bound of the number of records: the line breaks. */
function capacityFrom(text: Uint8Array, start: number): number {
  let breaks = 1;
  for (let at = text.indexOf(10, start); at >= 0; at = text.indexOf(10, at + 1)) breaks++;
  for (let at = text.indexOf(13, start); at >= 0; at = text.indexOf(13, at + 1)) if (text[at + 1] !== 10) breaks++;
  return breaks;
}

/** Types are tried on the first rows; a column that turns out to hold text only later is read once more. */
function scanTyped(
  text: Uint8Array,
  start: number,
  delimiter: number,
  names: readonly string[],
  kinds: readonly number[],
  before: number,
): Table {
  const capacity = capacityFrom(text, start);
  const first = scanRecords(text, start, delimiter, kinds, Math.min(TRIAL + 1, capacity), TRIAL, before);
  const tried = kinds.map((kind, column) => (first.failed.includes(column) ? TEXT : kind));
  const scan = scanRecords(text, start, delimiter, tried, capacity, Infinity, before);
  const failed = kinds.map((_, column) => (scan.failed.includes(column) ? TEXT : SKIP));
  const again = scan.failed.length === 0 ? scan : scanRecords(text, start, delimiter, failed, capacity, Infinity, before);
  const { rows, rowNumbers, faults } = scan;
  const columns = names.map((name, column): Column | null => {
    if (kinds[column] === SKIP) return null;
    const values = scan.failed.includes(column) ? null : scan.numbers[column];
    if (values !== null && values !== undefined) return { kind: 'number', name, values: values.subarray(0, rows) };
    const { codes, levels } = (again.texts[column] ?? scan.texts[column])!;
    return { kind: 'text', name, codes: codes.subarray(0, rows), levels };
  });
  return { rows, rowNumbers, faults, columns };
}
