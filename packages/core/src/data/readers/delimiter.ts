// Which character separates the cells of a file, from the first records: never from the spec, never from the file's name.

export type Delimiter = ',' | ';' | '\t';

const CANDIDATES: readonly { readonly delimiter: Delimiter; readonly byte: number }[] = [
  // A tab or semicolon seldom stands in a cell by chance; a comma often does (3,5). So on a tie the comma comes last.
  { delimiter: '\t', byte: 9 },
  { delimiter: ';', byte: 59 },
  { delimiter: ',', byte: 44 },
];

const RECORDS = 200;

/**
 * For each candidate the records' cells are counted outside quotation marks. The one that the header holds and that gives most records
 * as many cells as the header wins; then the one with more cells. A file with one column is taken as comma-separated.
 */
export function detectDelimiter(bytes: Uint8Array): Delimiter {
  let best: { delimiter: Delimiter; share: number; cells: number } | null = null;
  for (const { delimiter, byte } of CANDIDATES) {
    const counts = cellCounts(bytes, byte);
    const header = counts[0] ?? 1;
    if (header < 2) continue;
    const share = counts.filter((count) => count === header).length / counts.length;
    if (best === null || share > best.share + 0.1 || (share > best.share - 0.1 && header > best.cells))
      best = { delimiter, share, cells: header };
  }
  return best?.delimiter ?? ',';
}

/** Number of cells of each of the first records that is not blank. */
function cellCounts(bytes: Uint8Array, delimiter: number): number[] {
  const counts: number[] = [];
  let cells = 1;
  let atStart = true;
  let blank = true;
  const close = (): void => {
    if (!blank) counts.push(cells);
    cells = 1;
    atStart = true;
    blank = true;
  };
  let i = 0;
  while (i < bytes.length && counts.length < RECORDS) {
    const byte = bytes[i]!;
    if (byte === 34 && atStart) {
      i = afterQuoted(bytes, i);
      atStart = false;
      blank = false;
      continue;
    }
    if (byte === delimiter) {
      cells++;
      atStart = true;
      blank = false;
    } else if (byte === 10 || byte === 13) close();
    else if (byte !== 32) {
      atStart = false;
      blank = false;
    }
    i++;
  }
  close();
  return counts;
}

/** Offset after the quotation mark that closes the one at `start`; the end of the bytes when none does. */
export function afterQuoted(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length) {
    if (bytes[i] !== 34) {
      i++;
      continue;
    }
    if (bytes[i + 1] !== 34) return i + 1;
    i += 2;
  }
  return bytes.length;
}
