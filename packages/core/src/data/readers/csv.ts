// Reads a CSV file: bytes in, a Frame and problems out. Which bytes are which letters is decode.ts; missing codes are coding.ts.
import type { Column, Frame, TextColumn } from '../frame.ts';
import { raise, type Problem } from '../../problems/problem.ts';
import { ambiguousNumber } from '../../problems/data/ambiguous-number.ts';
import { blankRows } from '../../problems/data/blank-rows.ts';
import { duplicateColumn } from '../../problems/data/duplicate-column.ts';
import { longRow } from '../../problems/data/long-row.ts';
import { noHeader } from '../../problems/data/no-header.ts';
import { noRows } from '../../problems/data/no-rows.ts';
import { shortRow } from '../../problems/data/short-row.ts';
import { strayQuote } from '../../problems/data/stray-quote.ts';
import { unansweredRows } from '../../problems/data/unanswered-rows.ts';
import { unclosedQuote } from '../../problems/data/unclosed-quote.ts';
import { unnamedColumn } from '../../problems/data/unnamed-column.ts';
import { readHeader } from './csv-header.ts';
import { NUMBER, SKIP, TEXT, scanRecords, type Scan } from './csv-scan.ts';
import { decodeTable } from './decode.ts';
import { detectDelimiter, type Delimiter } from './delimiter.ts';
import { chooseStyle, isDotThousands, numbersOfText, possibleStyles, readNumber, type NumberStyle } from './number-style.ts';

export { readCsvCells, readCsvRows, type CsvCell } from './csv-rows.ts';

export interface CsvOptions {
  /** As the data block says; without it the file must be UTF-8 or begin with a byte order mark. */
  readonly encoding?: string;
  /** Columns to keep as text even when every cell is a number, so that ids print as written: `007`. */
  readonly text?: readonly string[];
}

export interface CsvReading {
  /** Null when the file cannot be used; then a problem of severity error says why. */
  readonly frame: Frame | null;
  /** With `at: 'data'` and the row in `data`. */
  readonly problems: readonly Problem[];
  readonly delimiter: Delimiter;
  readonly encoding: string;
}

/**
 * Reads comma-, semicolon- or tab-separated text whose first row names the columns. A column is a NumberColumn when each cell that is not blank is a
 * number (plain, with decimal commas, or with thousands separated), else a TextColumn. Spaces around unquoted cells do not count; a cell of
 * white space only is blank. Short rows are filled with blanks and told; rows that are too long are an error, since their answers may be shifted.
 */
export function readCsv(bytes: Uint8Array, file: string, options: CsvOptions = {}): CsvReading {
  const decoded = decodeTable(bytes, file, options.encoding);
  if (decoded.bytes === null) return { frame: null, problems: decoded.problems, delimiter: ',', encoding: decoded.encoding };
  // A line break after the last byte ends the last record without a test for the end at every byte.
  const text = new Uint8Array(decoded.bytes.length + 1);
  text.set(decoded.bytes);
  text[decoded.bytes.length] = 10;

  const declared = separatorLine(text);
  const delimiter = declared?.delimiter ?? detectDelimiter(text.subarray(0, -1));
  const reading = (frame: Frame | null, problems: readonly Problem[]): CsvReading => ({ frame, problems, delimiter, encoding: decoded.encoding });
  const byte = delimiter.charCodeAt(0);
  const header = readHeader(text, declared?.next ?? 0, byte);
  const place = (row?: number, column?: string): Pick<Problem, 'at' | 'data'> => ({ at: 'data', data: { file, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) } });
  if (header.unclosed !== null) return reading(null, [raise(unclosedQuote, { file, where: 'The first row', start: header.unclosed }, place())]);
  if (header.numbersOnly) return reading(null, [raise(noHeader, { file, first: header.cells.slice(0, 5).join(', ') }, place())]);

  const asText = new Set(options.text ?? []);
  const kinds = header.names.map((name) => (asText.has(name) ? TEXT : NUMBER));
  const scan = scanTyped(text, header.next, byte, kinds);
  const problems: Problem[] = [];
  const faults = scan.faults;
  if (faults.unclosed !== undefined) {
    return reading(null, [raise(unclosedQuote, { file, where: `Row ${faults.unclosed.record}`, start: faults.unclosed.text }, place(faults.unclosed.record))]);
  }

  const columns = columnsOf(scan, header.names);
  const blank = header.cells.map((cell, index) => cell === '' && isBlank(columns[index]!));
  const kept = columns.filter((_, index) => !blank[index]);
  const unnamed = header.cells.flatMap((cell, index) => (cell === '' && !blank[index] ? [index + 1] : []));
  for (const [name, positions] of header.duplicates.slice(0, 1)) problems.push(raise(duplicateColumn, { file, column: name, positions, others: header.duplicates.length - 1 }, place(undefined, name)));
  if (unnamed.length > 0) problems.push(raise(unnamedColumn, { file, positions: unnamed }, place(undefined, `column ${unnamed[0]}`)));
  const width = header.names.length;
  if (faults.long !== undefined) problems.push(raise(longRow, { file, where: `Row ${faults.long.record}`, cells: faults.long.cells, columns: width, count: faults.long.count }, place(faults.long.record)));
  if (faults.short !== undefined) problems.push(raise(shortRow, { file, where: `Row ${faults.short.record}`, cells: faults.short.cells, columns: width, count: faults.short.count }, place(faults.short.record)));
  if (faults.stray !== undefined) problems.push(raise(strayQuote, { file, where: `Row ${faults.stray.record}, ${header.names[faults.stray.cells - 1] ?? `cell ${faults.stray.cells}`}`, cell: faults.stray.text, count: faults.stray.count }, place(faults.stray.record, header.names[faults.stray.cells - 1])));
  if (faults.blank !== undefined) problems.push(raise(blankRows, { file, first: faults.blank.record, count: faults.blank.count }, place(faults.blank.record)));
  if (faults.unanswered !== undefined) problems.push(raise(unansweredRows, { first: faults.unanswered.record, count: faults.unanswered.count }, place(faults.unanswered.record)));
  if (scan.rows === 0) problems.push(raise(noRows, { file, columns: kept.length }, place()));

  const styled = styledColumns(kept, asText, delimiter, (names) => {
    const again = scanRecords(text, header.next, byte, header.names.map((name) => (names.has(name) ? TEXT : SKIP)), capacityFrom(text, header.next));
    return columnsOf(again, header.names);
  });
  const [doubtful] = styled.doubtful;
  if (doubtful !== undefined) problems.push(raise(ambiguousNumber, { file, ...doubtful, others: styled.doubtful.length - 1 }, place(undefined, doubtful.column)));
  const frame: Frame = { file, rows: scan.rows, columns: styled.columns, ...(scan.rowNumbers === null ? {} : { rowNumbers: scan.rowNumbers }) };
  return reading(frame, problems);
}

/** Excel's `sep=;` in the first line says which separator follows. */
function separatorLine(text: Uint8Array): { delimiter: Delimiter; next: number } | null {
  if (text[0] !== 115 && text[0] !== 83) return null;
  const match = /^sep=([,;\t])(\r\n|\r|\n)/iu.exec(String.fromCharCode(...text.subarray(0, 8)));
  return match === null ? null : { delimiter: match[1] as Delimiter, next: match[0].length };
}

/** Upper bound of the number of records: the line breaks. */
function capacityFrom(text: Uint8Array, start: number): number {
  let breaks = 1;
  for (let at = text.indexOf(10, start); at >= 0; at = text.indexOf(10, at + 1)) breaks++;
  for (let at = text.indexOf(13, start); at >= 0; at = text.indexOf(13, at + 1)) if (text[at + 1] !== 10) breaks++;
  return breaks;
}

/** Types are tried on the first rows; a column that turns out to hold text only later is read once more. */
function scanTyped(text: Uint8Array, start: number, delimiter: number, kinds: readonly number[]): Scan {
  const trial = 300;
  const capacity = capacityFrom(text, start);
  const first = scanRecords(text, start, delimiter, kinds, Math.min(trial + 1, capacity), trial);
  const tried = kinds.map((kind, column) => (first.failed.includes(column) ? TEXT : kind));
  const scan = scanRecords(text, start, delimiter, tried, capacity);
  if (scan.failed.length === 0) return scan;
  const again = scanRecords(text, start, delimiter, kinds.map((_, column) => (scan.failed.includes(column) ? TEXT : SKIP)), capacity);
  return { ...scan, numbers: scan.numbers.map((values, column) => (scan.failed.includes(column) ? null : values)), texts: scan.texts.map((builder, column) => again.texts[column] ?? builder) };
}

function columnsOf(scan: Scan, names: readonly string[]): Column[] {
  return names.map((name, index) => {
    const values = scan.numbers[index];
    if (values !== null && values !== undefined) return { kind: 'number', name, values: values.subarray(0, scan.rows) };
    const builder = scan.texts[index];
    return { kind: 'text', name, codes: builder?.codes.subarray(0, scan.rows) ?? new Int32Array(scan.rows).fill(-1), levels: builder?.levels ?? [] };
  });
}

function isBlank(column: Column): boolean {
  return column.kind === 'number' ? column.values.every((value) => Number.isNaN(value)) : column.codes.every((code) => code < 0);
}

interface DoubtfulColumn { column: string; cell: string; read: number; other: number; why: string }

/** Text columns that are numbers with decimal commas or separated thousands become number columns. */
function styledColumns(columns: readonly Column[], asText: ReadonlySet<string>, delimiter: Delimiter, reread: (names: ReadonlySet<string>) => Column[]): { columns: Column[]; doubtful: DoubtfulColumn[] } {
  const styles = new Map<string, NumberStyle[]>();
  for (const column of columns) {
    if (column.kind === 'number' || asText.has(column.name)) continue;
    const possible = possibleStyles(column.levels);
    if (possible.length > 0) styles.set(column.name, possible);
  }
  if (styles.size === 0) return { columns: [...columns], doubtful: [] };
  const sure = new Set([...styles.values()].filter((possible) => possible.length === 1).map((possible) => possible[0]!));
  const doubtful: DoubtfulColumn[] = [];
  const dotted = sure.has('comma-decimal') && delimiter !== ','
    ? new Set(columns.filter((column) => column.kind === 'number' && column.values.some((value) => value % 1 !== 0 && !Number.isNaN(value))).map((column) => column.name)) : new Set<string>();
  const texts = dotted.size === 0 ? [] : reread(dotted);

  const converted = columns.map((column): Column => {
    if (column.kind === 'number') {
      const text = dotted.has(column.name) ? texts.find((candidate): candidate is TextColumn => candidate.kind === 'text' && candidate.name === column.name) : undefined;
      if (text === undefined || !isDotThousands(text.levels)) return column;
      const cell = text.levels.find((level) => level.includes('.'))!;
      doubtful.push({ column: column.name, cell, read: readNumber(cell, 'comma-decimal'), other: Number(cell), why: 'other numbers of the file have decimal commas' });
      return { kind: 'number', name: column.name, values: numbersOfText(text, (level) => readNumber(level, 'comma-decimal')) };
    }
    const possible = styles.get(column.name);
    if (possible === undefined) return column;
    const choice = possible.length === 1 ? { style: possible[0]!, why: null } : chooseStyle(delimiter, sure);
    if (choice.why !== null) {
      const cell = column.levels.find((level) => level.includes(','))!;
      const other: NumberStyle = choice.style === 'comma-decimal' ? 'comma-thousands' : 'comma-decimal';
      doubtful.push({ column: column.name, cell, read: readNumber(cell, choice.style), other: readNumber(cell, other), why: choice.why });
    }
    return { kind: 'number', name: column.name, values: numbersOfText(column, (level) => readNumber(level, choice.style)) };
  });
  return { columns: converted, doubtful };
}
