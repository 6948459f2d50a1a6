// What the records of a text table mean: names, headings, columns, rows of sums, and every problem of them. How records are scanned is the
// caller's: csv.ts for a whole text, csv-blocks.ts in blocks.
import type { FileFacts } from '../codebook.ts';
import { lengthOf, tallyIn, type Codes } from '../../counts/points.ts';
import { pointColumn, type Column, type Frame } from '../frame.ts';
import { raise, type Problem } from '../../problems/problem.ts';
import { ambiguousNumber } from '../../problems/data/ambiguous-number.ts';
import { blankRows } from '../../problems/data/blank-rows.ts';
import { duplicateColumn } from '../../problems/data/duplicate-column.ts';
import { headingRows as headingRowsFound } from '../../problems/data/heading-rows.ts';
import { longRow } from '../../problems/data/long-row.ts';
import { noHeader } from '../../problems/data/no-header.ts';
import { noRows } from '../../problems/data/no-rows.ts';
import { shortRow } from '../../problems/data/short-row.ts';
import { strayQuote } from '../../problems/data/stray-quote.ts';
import { summaryRows as summaryRowsFound } from '../../problems/data/summary-rows.ts';
import { unansweredRows } from '../../problems/data/unanswered-rows.ts';
import { unclosedQuote } from '../../problems/data/unclosed-quote.ts';
import { unnamedColumn } from '../../problems/data/unnamed-column.ts';
import { picked } from '../packed-texts.ts';
import { cellText } from '../values.ts';
import { readHeader, type Header } from './csv-header.ts';
import { NUMBER, SKIP, TEXT, scanRecords, type Scan } from './csv-scan.ts';

import { detectDelimiter, type Delimiter } from './delimiter.ts';
import { headingRows } from './heading-rows.ts';
import { asExported, exportOf, platformOf } from './platform.ts';
import { styledColumns } from './styled-columns.ts';
import { wantedAmong, type ReadOptions } from './binary/reading.ts';
import { summaryRows } from './summary-rows.ts';
import { asWrittenMoments } from './written-moments.ts';

export interface CsvOptions {
  /** As the data block says; without it the file must be UTF-8 or begin with a byte order mark. */
  readonly encoding?: string;
  /** Columns to keep as text even when every cell is a number: keys, which are names, so that `007` is no 7. */
  readonly text?: readonly string[];
  /** The column in which respondents have their id: a row that says `mean` or `合计` there is none. */
  readonly id?: string;
  /**
   * The row that holds the names of the columns, counted from 1 as the file's lines are, and the last row of headings; without it the names
   * are in the first row, and rows of headings are looked for.
   */
  readonly header?: { readonly names: number; readonly last: number };
  /** What parts decimals; without it each column's own numbers say so. */
  readonly decimal?: '.' | ',';
}

export interface CsvReading {
  /** Null when the file cannot be used; then a problem of severity error says why. */
  readonly frame: Frame | null;
  /** With `at: 'data'` and the row in `data`. */
  readonly problems: readonly Problem[];
  readonly delimiter: Delimiter;
  readonly encoding: string;
}

/** Rows of sums say what they are in one of the first columns: these are read whatever is named. */
const OPENING = 8;

/** What a table is read from: its text, or the front of it, and how all its records are scanned from somewhere in it. */
export interface TableText {
  /** With a line break behind that stands for the end. */
  readonly text: Uint8Array;
  readonly problems: readonly Problem[];
  readonly encoding: string;
  /** Whether the front holds the names of the columns and enough records below them. */
  readonly isEnough?: (header: Header, delimiter: number) => boolean;
  readonly scan: (at: number, delimiter: number, names: readonly string[], kinds: readonly number[], before: number) => Table | null;
}

/** Columns that were not asked for are null. */
export interface Table extends Pick<Scan, 'rows' | 'rowNumbers' | 'faults'> {
  readonly columns: readonly (Column | null)[];
}

/** Null where the front does not show enough, or the bytes are no plain text. */
export function readTable(file: string, options: ReadOptions, table: TableText): CsvReading | null {
  const { text } = table;
  const declared = separatorLine(text);
  const above = (options.header?.names ?? 1) - 1;
  const start = pastRecords(text, declared?.next ?? 0, above);
  const delimiter = declared?.delimiter ?? detectDelimiter(text.subarray(start, -1));
  const reading = (frame: Frame | null, problems: readonly Problem[]): CsvReading => ({
    frame,
    problems,
    delimiter,
    encoding: table.encoding,
  });
  const byte = delimiter.charCodeAt(0);
  const header = readHeader(text, start, byte);
  if (table.isEnough?.(header, byte) === false) return null;
  const place = (row?: number, column?: string): Pick<Problem, 'at' | 'data'> => ({
    at: 'data',
    data: { file, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) },
  });
  if (header.unclosed !== null) return reading(null, [raise(unclosedQuote, { file, row: null, start: header.unclosed }, place())]);
  if (header.numbersOnly) return reading(null, [raise(noHeader, { file, first: header.cells.slice(0, 5).join(', ') }, place())]);

  const asText = new Set([...(options.text ?? []), ...(options.id === undefined ? [] : [options.id])]);
  const headings =
    options.header === undefined
      ? headingsAfter(text, header.next, byte, header.names)
      : headingRecords(text, header.next, byte, header.names, options.header.last - options.header.names);
  // Rows are counted from the first one of the file, so that row 12 is line 13.
  const before = options.header === undefined ? headings.rows.length : options.header.last - 1;
  const words = { names: header.names, rows: headings.rows };
  const platform = platformOf(words);
  // What the export of a platform says of itself stands in columns that nobody names.
  const isNamed = platform === null ? wantedAmong(header.names, options) : () => true;
  const isRead = (column: number): boolean => column < OPENING || isNamed(column);
  const kinds = header.names.map((name, column) => (!isRead(column) ? SKIP : asText.has(name) ? TEXT : NUMBER));
  const scan = table.scan(headings.next, byte, header.names, kinds, before);
  if (scan === null) return null;
  const problems: Problem[] = [...table.problems];
  const faults = scan.faults;
  if (faults.unclosed !== undefined) {
    return reading(null, [
      raise(unclosedQuote, { file, row: faults.unclosed.record, start: faults.unclosed.text }, place(faults.unclosed.record)),
    ]);
  }

  const { columns } = scan;
  const blank = header.cells.map((cell, index) => cell === '' && isRead(index) && isBlank(columns[index]!));
  const kept = columns.filter((column, index): column is Column => column !== null && !blank[index]);
  const unnamed = header.cells.flatMap((cell, index) => (cell === '' && isRead(index) && !blank[index] ? [index + 1] : []));
  for (const [name, positions] of header.duplicates.slice(0, 1))
    problems.push(raise(duplicateColumn, { file, column: name, positions, others: header.duplicates.length - 1 }, place(undefined, name)));
  if (unnamed.length > 0) problems.push(raise(unnamedColumn, { file, positions: unnamed }, place(undefined, `column ${unnamed[0]}`)));
  const width = header.names.length;
  if (headings.rows.length > 0 && options.header === undefined)
    problems.push(raise(headingRowsFound, { file, rows: headings.rows }, place(1)));
  if (faults.long !== undefined)
    problems.push(
      raise(
        longRow,
        { file, row: faults.long.record, cells: faults.long.cells, columns: width, count: faults.long.count },
        place(faults.long.record),
      ),
    );
  if (faults.short !== undefined)
    problems.push(
      raise(
        shortRow,
        { file, row: faults.short.record, cells: faults.short.cells, columns: width, count: faults.short.count },
        place(faults.short.record),
      ),
    );
  if (faults.stray !== undefined)
    problems.push(
      raise(
        strayQuote,
        {
          file,
          row: faults.stray.record,
          place: faults.stray.cells,
          column: header.names[faults.stray.cells - 1] ?? null,
          cell: faults.stray.text,
          count: faults.stray.count,
        },
        place(faults.stray.record, header.names[faults.stray.cells - 1]),
      ),
    );
  if (faults.blank !== undefined)
    problems.push(raise(blankRows, { file, first: faults.blank.record, count: faults.blank.count }, place(faults.blank.record)));
  if (faults.unanswered !== undefined)
    problems.push(
      raise(unansweredRows, { first: faults.unanswered.record, count: faults.unanswered.count }, place(faults.unanswered.record)),
    );

  const read: Frame = { file, rows: scan.rows, columns: kept, ...(scan.rowNumbers === null ? {} : { rowNumbers: scan.rowNumbers }) };
  const sums = summaryRows(kept, scan.rows, options.id);
  const row = (at: number): number => scan.rowNumbers?.[at] ?? at + 1;
  if (sums.length > 0) {
    const rows = sums.map((one) => ({
      row: row(one.row),
      name: one.name,
      cells: kept.flatMap((column) => cellText(column, one.row) ?? []).slice(one.name === '' ? 0 : 1, 6),
    }));
    problems.push(raise(summaryRowsFound, { file, rows }, place(rows[0]!.row)));
  }
  const respondents = sums.length === 0 ? read : without(read, new Set(sums.map((one) => one.row)));
  if (respondents.rows === 0) problems.push(raise(noRows, { file, columns: kept.length }, place()));

  const styled = styledColumns(respondents.columns, asText, delimiter, options.decimal, (names) => {
    const again = table.scan(
      headings.next,
      byte,
      header.names,
      header.names.map((name) => (names.has(name) ? TEXT : SKIP)),
      before,
    );
    const frame: Frame = { ...read, columns: again!.columns.filter((column) => column !== null) };
    return (sums.length === 0 ? frame : without(frame, new Set(sums.map((one) => one.row)))).columns;
  });
  const [doubtful] = styled.doubtful;
  if (doubtful !== undefined)
    problems.push(raise(ambiguousNumber, { file, ...doubtful, others: styled.doubtful.length - 1 }, place(undefined, doubtful.column)));
  const finished = asExported(
    styled.columns.map((column) =>
      column.kind === 'number' || column.style !== undefined || asText.has(column.name) ? column : (asWrittenMoments(column) ?? column),
    ),
    platform,
    words,
  );
  const found = platform === null ? null : exportOf(finished, platform, words);
  const about: FileFacts = {
    format: 'csv',
    version: 'CSV',
    encoding: table.encoding,
    notes: [],
    multipleResponseSets: found?.sets ?? [],
    layout: {
      separator: delimiter,
      header: options.header ?? { names: 1, last: 1 + headings.rows.length },
      decimal: options.decimal ?? decimalOf(finished),
      left: { blank: faults.blank?.count ?? 0, sums: sums.length },
    },
    ...(found === null ? {} : { export: found }),
    names: header.names.filter((_, index) => !blank[index]),
  };
  return reading({ ...respondents, columns: finished, about }, problems);
}

/** The mark that numbers of the table are seen to have. */
function decimalOf(columns: readonly Column[]): '.' | ',' {
  return columns.some((column) => column.kind === 'text' && column.style?.decimal === ',') ? ',' : '.';
}

/** Excel's `sep=;` in the first line says which separator follows. */
function separatorLine(text: Uint8Array): { delimiter: Delimiter; next: number } | null {
  if (text[0] !== 115 && text[0] !== 83) return null;
  const match = /^sep=([,;\t])(\r\n|\r|\n)/iu.exec(String.fromCharCode(...text.subarray(0, 8)));
  return match === null ? null : { delimiter: match[1] as Delimiter, next: match[0].length };
}

/** Where the record begins that so many others stand before. Line breaks within quotation marks end none. */
function pastRecords(text: Uint8Array, start: number, count: number): number {
  let at = start;
  let quoted = false;
  for (let passed = 0; passed < count && at < text.length - 1; at++) {
    if (text[at] === 34) quoted = !quoted;
    else if (!quoted && (text[at] === 10 || (text[at] === 13 && text[at + 1] !== 10))) passed++;
  }
  return at;
}

/** Records that show what a column holds. */
export const TRIAL = 300;

interface HeadingRecords {
  readonly rows: (string | null)[][];
  readonly next: number;
}

/** Rows of headings under the names, as they stand, and where the first row after them begins. */
function headingsAfter(text: Uint8Array, start: number, delimiter: number, names: readonly string[]): HeadingRecords {
  const none = { rows: [], next: start };
  const first = scanRecords(
    text,
    start,
    delimiter,
    names.map(() => NUMBER),
    2,
    1,
  );
  if (first.failed.length === 0) return none;
  const trial = scanRecords(
    text,
    start,
    delimiter,
    names.map(() => TEXT),
    TRIAL + 1,
    TRIAL,
  );
  const cell = (row: number, column: number): string | null => {
    const { codes, levels } = trial.texts[column]!;
    return codes[row]! < 0 ? null : levels[codes[row]!]!;
  };
  const count = headingRows({ rows: trial.rows, cell }, names);
  // Rows are counted as they stand in the file: a blank line between them is nothing that a heading has.
  return count === 0 || (trial.rowNumbers !== null && trial.rowNumbers[count - 1] !== count)
    ? none
    : {
        rows: Array.from({ length: count }, (_, row) => names.map((__, column) => cell(row, column))),
        next: scanRecords(
          text,
          start,
          delimiter,
          names.map(() => SKIP),
          count + 1,
          count,
        ).next,
      };
}

/** Rows of headings that are stated, as they stand; blank ones among them are not given. */
function headingRecords(text: Uint8Array, start: number, delimiter: number, names: readonly string[], count: number): HeadingRecords {
  const next = pastRecords(text, start, count);
  if (count <= 0) return { rows: [], next };
  const end = new Uint8Array(next - start + 1);
  end.set(text.subarray(start, next));
  end[next - start] = 10;
  const found = scanRecords(
    end,
    0,
    delimiter,
    names.map(() => TEXT),
    count + 1,
    count,
  );
  const cell = (row: number, column: number): string | null => {
    const { codes, levels } = found.texts[column]!;
    return codes[row]! < 0 ? null : levels[codes[row]!]!;
  };
  return { rows: Array.from({ length: found.rows }, (_, row) => names.map((__, column) => cell(row, column))), next };
}

/** The frame without some rows; the others keep their numbers. */
function without(frame: Frame, gone: ReadonlySet<number>): Frame {
  const stays = (_: unknown, row: number): boolean => !gone.has(row);
  const columns = frame.columns.map((column): Column => {
    if (column.kind === 'number' && column.points === undefined) return { ...column, values: column.values.filter(stays) };
    // What only those rows held is no level any more.
    const table = column.kind === 'text' ? column.levels : column.points!.values;
    const codes = (column.kind === 'text' ? column.codes : column.points!.codes).filter(stays) as Codes;
    const held = new Set(codes);
    const kept = Array.from({ length: table.length }, (_, code) => code).filter((code) => held.has(code));
    const at = new Int32Array(table.length).fill(-1);
    for (const [index, code] of kept.entries()) at[code] = index;
    const moved = codes.map((code) => (code < 0 ? -1 : at[code]!)) as Codes;
    return column.kind === 'text'
      ? { ...column, codes: moved, levels: picked(column.levels, kept) }
      : pointColumn(column, { codes: moved, values: Float64Array.from(kept, (code) => column.points!.values[code]!) });
  });
  const numbers = Int32Array.from({ length: frame.rows }, (_, row) => frame.rowNumbers?.[row] ?? row + 1).filter(stays);
  return { ...frame, rows: numbers.length, columns, rowNumbers: numbers };
}

function isBlank(column: Column): boolean {
  if (column.kind === 'text') return column.codes.every((code: number) => code < 0);
  if (column.points === undefined) return column.values.every((value) => Number.isNaN(value));
  const { points } = column;
  return tallyIn(points)[points.values.length] === lengthOf(points);
}
