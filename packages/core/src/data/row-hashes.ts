// A number for each row, the same for rows that are equal in every cell: what duplicates are looked for by (duplicates.ts).
import { inParts, roomFor, type RowTask } from '../counts/crew.ts';
import type { Codes } from '../counts/points.ts';
import type { Column } from './frame.ts';

/** Of a column: its codes, and by code + 1 what a cell adds; or its numbers. */
type HashedColumn =
  | { readonly codes: Codes; readonly keys: Int32Array; readonly values: null }
  | { readonly codes: null; readonly keys: null; readonly values: Float64Array };

/** `tell`: how many rows are done. */
export function rowHashes(columns: readonly Column[], rows: number, tell: (done: number) => void = () => undefined): Int32Array {
  const hashes = new Int32Array(roomFor(4 * rows));
  inParts(hashTask, columns.map(hashedColumn), rows, (part, from) => {
    hashes.set(part, from);
    tell(from);
  });
  return hashes;
}

function hashedColumn(column: Column): HashedColumn {
  if (column.kind === 'text') {
    const keys = Int32Array.from({ length: column.levels.length + 1 }, (_, code) => Math.imul(code, 0x9e3779b1));
    return { codes: column.codes, keys, values: null };
  }
  const { points } = column;
  if (points === undefined) return { codes: null, keys: null, values: column.values };
  const bits = bitsOf(Float64Array.of(NaN, ...points.values));
  return {
    codes: points.codes,
    keys: Int32Array.from({ length: bits.length / 2 }, (_, at) => mixed(bits, 2 * at)),
    values: null,
  };
}

const bitsOf = ({ buffer, byteOffset, length }: Float64Array): Int32Array => new Int32Array(buffer, byteOffset, length * 2);
const mixed = (bits: Int32Array, at: number): number => Math.imul(Math.imul(bits[at + 1]!, 0x85ebca6b) ^ bits[at]!, 0x9e3779b1);

/** Rows whose hashes stay in the processor's nearest cache. */
const BLOCK = 4096;

export const hashTask: RowTask<readonly HashedColumn[], Int32Array> = {
  name: 'hashes',
  work: (columns, first, end) => {
    const hashes = new Int32Array(end - first);
    for (let from = first; from < end; from += BLOCK) {
      const own = hashes.subarray(from - first, Math.min(end, from + BLOCK) - first);
      for (const { codes, keys, values } of columns) {
        if (values !== null) hashNumbers(own, bitsOf(values.subarray(from, from + own.length)));
        // A function a kind of array: code that reads two kinds is several times slower.
        else if (codes instanceof Int8Array) hashBytes(own, codes.subarray(from, from + own.length), keys);
        else hashCodes(own, codes.subarray(from, from + own.length), keys);
      }
    }
    return hashes;
  },
};

/** FNV-like. */
function hashBytes(hashes: Int32Array, codes: Int8Array, keys: Int32Array): void {
  for (let row = 0; row < hashes.length; row++) hashes[row] = Math.imul(hashes[row]! ^ keys[codes[row]! + 1]!, 0x01000193) + 0x9e3779b9;
}
function hashCodes(hashes: Int32Array, codes: Codes, keys: Int32Array): void {
  for (let row = 0; row < hashes.length; row++) hashes[row] = Math.imul(hashes[row]! ^ keys[codes[row]! + 1]!, 0x01000193) + 0x9e3779b9;
}
function hashNumbers(hashes: Int32Array, bits: Int32Array): void {
  for (let row = 0; row < hashes.length; row++) hashes[row] = Math.imul(hashes[row]! ^ mixed(bits, 2 * row), 0x01000193) + 0x9e3779b9;
}
