// A number for each row, the same for rows that are equal in every cell: what duplicates are looked for by (duplicates.ts).
import { inParts, roomFor, type RowTask } from '../counts/crew.ts';
import { HASHED, kernel } from '../counts/planes.ts';
import type { Codes } from '../counts/points.ts';
import type { Column } from './frame.ts';

/** Codes, or numbers of which there are many. Equal cells of a column have one code. */
type HashedColumn = Codes | Float64Array;

/** `tell`: how many rows are done. */
export function rowHashes(columns: readonly Column[], rows: number, tell: (done: number) => void = () => undefined): Int32Array {
  const hashes = new Int32Array(roomFor(4 * rows));
  inParts(hashTask, columns.map(hashedColumn), rows, (part, from) => {
    hashes.set(part, from);
    tell(from);
  });
  return hashes;
}

const hashedColumn = (column: Column): HashedColumn =>
  column.kind === 'text' ? column.codes : column.points === undefined ? column.values : column.points.codes;

export const hashTask: RowTask<readonly HashedColumn[], Int32Array> = {
  name: 'hashes',
  work: (columns, first, end) => {
    const all = new Int32Array(end - first);
    const engine = kernel();
    for (let from = first; from < end; from += HASHED) {
      const rows = Math.min(HASHED, end - from);
      const hashes = engine?.hashes(rows) ?? new Int32Array(rows);
      for (const column of columns) {
        const own = column.subarray(from, from + rows);
        if (own instanceof Float64Array) hashNumbers(hashes, own);
        else if (own instanceof Int8Array && engine !== null) engine.hash(own);
        else hashCodes(hashes, own);
      }
      all.set(hashes, from - first);
    }
    return all;
  },
};

/** FNV-like, as the kernel does it. */
function hashCodes(hashes: Int32Array, codes: Codes): void {
  for (let row = 0; row < hashes.length; row++) hashes[row] = Math.imul(hashes[row]! ^ (codes[row]! + 1), 0x01000193) + 0x9e3779b9;
}
/** The same of the bits of each number, both halves. */
function hashNumbers(hashes: Int32Array, values: Float64Array): void {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let row = 0; row < hashes.length; row++) {
    const own = Math.imul(Math.imul(bits[2 * row + 1]!, 0x85ebca6b) ^ bits[2 * row]!, 0x9e3779b1);
    hashes[row] = Math.imul(hashes[row]! ^ own, 0x01000193) + 0x9e3779b9;
  }
}
