// The formats that are read, an entry each, and the one call by which a file is read, whatever its format. How each is read is its own
// file.
import { damagedDataFile } from '../../problems/data/damaged-data-file.ts';
import { noSuchSheet } from '../../problems/data/no-such-sheet.ts';
import { noSuchTable } from '../../problems/data/no-such-table.ts';
import { raise } from '../../problems/problem.ts';
import { readingFile } from '../../contract/steps.ts';
import type { Format } from '../codebook.ts';
import { ascii } from './binary/cursor.ts';
import type { TableReading, ReadOptions } from './binary/reading.ts';
import type { ByteSource } from './blocks/blocks.ts';
import { readLarge } from './csv-blocks.ts';
import { readCsv } from './csv.ts';
import { foreignFormat } from './decode.ts';
import { isDuckdb, readNoDuckdb } from './duckdb/table.ts';
import { readXlsx } from './excel/xlsx.ts';
import { readParquet, readParquetParts } from './parquet/parquet.ts';
import { readSav } from './spss/sav.ts';
import { versionOf } from './stata/dictionary.ts';
import { readDta } from './stata/dta.ts';

export interface Reader {
  /** By its first bytes. */
  readonly isIn: (bytes: Uint8Array) => boolean;
  /** How the names of such files end. */
  readonly endings: RegExp;
  readonly read: (bytes: Uint8Array, file: string, options: ReadOptions) => TableReading;
}

const begins =
  (...magic: readonly string[]) =>
  (bytes: Uint8Array): boolean =>
    magic.some((text) => ascii(bytes.subarray(0, text.length)) === text);

const isArchive = begins('PK\u0003\u0004');

/** A zip archive with the parts of a workbook. */
function isWorkbook(bytes: Uint8Array): boolean {
  if (!isArchive(bytes)) return false;
  const head = ascii(bytes.subarray(0, 8192));
  return /\bxl\/|\[Content_Types\]/u.test(head) && !head.includes('opendocument');
}

/** In the order in which they are tried; a text table is what is none of the others. */
export const readers: Readonly<Record<Format, Reader>> = {
  sav: { isIn: begins('$FL2', '$FL3'), endings: /\.z?sav$/iu, read: readSav },
  dta: { isIn: (bytes) => versionOf(bytes) !== null, endings: /\.dta$/iu, read: readDta },
  xlsx: { isIn: isWorkbook, endings: /\.xls[xm]$/iu, read: readXlsx },
  parquet: { isIn: begins('PAR1'), endings: /\.(?:parquet|pq)$/iu, read: readParquet },
  duckdb: { isIn: isDuckdb, endings: /\.(?:duckdb|ddb)$/iu, read: readNoDuckdb },
  csv: { isIn: () => true, endings: /\.(?:csv|tsv|txt)$/iu, read: readCsv },
};

/** Those that have bytes of their own at the front. */
const BINARY = ['sav', 'dta', 'xlsx', 'parquet', 'duckdb'] as const;

/**
 * Reads a file that is too large to be held in memory, part by part; null where it has to be read as a whole: what is neither a text table
 * nor Parquet, or not in an encoding whose bytes can be read as they stand.
 */
export function readParts(source: ByteSource, file: string, options: ReadOptions = {}): TableReading | null {
  const front = source.read(0, Math.min(source.size, 8192));
  const found = Object.values(readers).find((reader) => reader.isIn(front));
  if (found === readers.parquet && options.sheet === undefined && options.table === undefined)
    return readingFile(file, source.size, () => readParquetParts(source, file, options));
  if (
    found !== readers.csv ||
    options.sheet !== undefined ||
    options.table !== undefined ||
    BINARY.some((format) => readers[format].endings.test(file))
  )
    return null;
  return readingFile(file, source.size, () => readLarge(source, file, options));
}

/** Reads a data file of any known format: the format is told by its bytes; where they tell none, by its name. Never throws. */
export function readData(bytes: Uint8Array, file: string, options: ReadOptions = {}): TableReading {
  return readingFile(file, bytes.length, () => readKnown(bytes, file, options));
}

function readKnown(bytes: Uint8Array, file: string, options: ReadOptions): TableReading {
  const found = Object.values(readers).find((reader) => reader.isIn(bytes))!;
  if (options.sheet !== undefined && found !== readers.xlsx) {
    const facts = { file, sheet: options.sheet, sheets: [], nearest: null };
    return { frame: null, problems: [raise(noSuchSheet, facts, { at: 'data/sheet', data: { file } })], encoding: '' };
  }
  if (options.table !== undefined && found !== readers.duckdb) {
    const facts = { file, table: options.table, tables: null, nearest: null };
    return { frame: null, problems: [raise(noSuchTable, facts, { at: 'data/table', data: { file } })], encoding: '' };
  }
  if (found !== readers.csv) return found.read(bytes, file, options);
  // A file that calls itself otherwise, and does not begin so.
  const called = BINARY.find((format) => readers[format].endings.test(file));
  if (called === undefined || bytes.length === 0 || foreignFormat(bytes, file) !== null) return readers.csv.read(bytes, file, options);
  const problem = raise(
    damagedDataFile,
    { file, kind: called, fault: 'unknown', what: 'it does not begin as such a file does', byte: 1 },
    { at: 'data', data: { file } },
  );
  return { frame: null, problems: [problem], encoding: '' };
}
