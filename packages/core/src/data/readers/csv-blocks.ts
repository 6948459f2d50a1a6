// Reads a text table in blocks, so that no more of it than a block is in memory: what tells its columns stands in its front. How blocks are
// scanned is blocks/; what the table means is csv-table.ts.
import { ended, isPlainText, scanBlocks, USUAL, type BlockSizes, type ByteSource, type PartLayout } from './blocks/blocks.ts';
import type { ReadOptions } from './binary/reading.ts';
import { scanRecords, SKIP, TEXT } from './csv-scan.ts';
import { readTable, type CsvReading, type Table } from './csv-table.ts';
import { plainlyEncoded } from './decode.ts';

/** As much of the front of a large file as shows its headings and what its columns hold. */
const FRONT = 1 << 23;
/** Records that stand there, at least, behind those that are said to be headings. */
const FRONT_RECORDS = 400;

/** Reads a file in blocks: null where it has to be read as a whole. `sizes`: of a test. */
export function readLarge(source: ByteSource, file: string, options: ReadOptions = {}, sizes: BlockSizes = USUAL): CsvReading | null {
  const front = source.read(0, Math.min(FRONT, source.size)).slice();
  const plain = plainlyEncoded(front, file, options.encoding);
  const asAscii = plain !== null && plain.encoding !== 'utf-8';
  const isWhole = source.size <= FRONT;
  if (plain === null || !isPlainText(isWhole ? front : front.subarray(0, front.lastIndexOf(10) + 1), asAscii)) return null;
  const text = ended(front.subarray(plain.start));
  return readTable(file, options, {
    text,
    problems: [],
    encoding: plain.encoding,
    isEnough: ({ unclosed, next }, delimiter) =>
      isWhole || (unclosed === null && reaches(text, next, delimiter, (options.header?.last ?? 0) + FRONT_RECORDS)),
    scan: (at, delimiter, names, kinds, before) =>
      scanPlain(source, names, before, { ...sizes, start: plain.start + at, delimiter, kinds, asAscii }),
  });
}

/** Null where the bytes are no plain text. */
function scanPlain(source: ByteSource, names: readonly string[], before: number, layout: PartLayout): Table | null {
  // What an empty line is in a table of one column, csv-scan.ts alone knows.
  if (names.length < 2) return null;
  const { table, unclosed } = scanBlocks(source, names, before, layout);
  if (unclosed !== undefined) return { rows: 0, rowNumbers: null, faults: { unclosed }, columns: [] };
  if (table === null || table.again.length === 0) return table;
  const kinds = layout.kinds.map((_, column) => (table.again.includes(column) ? TEXT : SKIP));
  const again = scanBlocks(source, names, before, { ...layout, kinds }).table!;
  return { ...table, columns: table.columns.map((column, at) => column ?? again.columns[at]!) };
}

/** So many records stand behind a place. */
function reaches(text: Uint8Array, start: number, delimiter: number, count: number): boolean {
  const { rows, next } = scanRecords(text, start, delimiter, [SKIP], count, count);
  return rows === count && next < text.length - 1;
}
