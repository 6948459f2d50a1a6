// Splits a small CSV text into rows of cells as they stand: for published tables, which are read as printed figures, not as data.
import { detectDelimiter } from './delimiter.ts';
import { unguardedCell } from './formula-guard.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/**
 * Every record with at least one cell that is not blank; cells without their quotation marks, unquoted ones without the spaces around them.
 * The separator is found as for data. A quotation mark that is never closed runs to the end of the text.
 */
export function readCsvRows(text: string): string[][] {
  return readCsvCells(text).map((row) => row.map((cell) => cell.text));
}

/** A cell and where it stands: half-open offsets into the text, without the spaces around it (quotation marks included). */
export interface CsvCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The same, each cell with its place. */
export function readCsvCells(text: string): CsvCell[][] {
  const skipped = text.startsWith('\ufeff') ? 1 : 0;
  const body = text.slice(skipped);
  const delimiter = detectDelimiter(new TextEncoder().encode(body));
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let i = 0;
  const isEnd = (letter: string | undefined): boolean => letter === undefined || letter === delimiter || letter === '\n' || letter === '\r';
  for (;;) {
    while (body[i] === ' ') i++;
    const start = i;
    let cell = '';
    if (body[i] === '"') {
      for (i++; i < body.length; i++) {
        if (body[i] === '"') {
          if (body[i + 1] !== '"') {
            i++;
            break;
          }
          i++;
        }
        cell += body[i]!;
      }
      let rest = '';
      while (!isEnd(body[i])) rest += body[i++]!;
      cell += rest.trimEnd();
    } else {
      while (!isEnd(body[i])) cell += body[i++]!;
      cell = cell.trim();
    }
    row.push({ text: unguardedCell(cell), start: start + skipped, end: skipped + start + body.slice(start, i).trimEnd().length });
    if (body[i] === delimiter) {
      i++;
      continue;
    }
    if (row.some((value) => value.text.trim() !== '')) rows.push(row);
    row = [];
    if (i >= body.length) return rows;
    i += body[i] === '\r' && body[i + 1] === '\n' ? 2 : 1;
    if (i >= body.length) return rows;
  }
}
