// Buffers of codes of blocks that were put together, for those to come: a large file would leave thousands of them behind.
import type { Block } from './block.ts';

const spare: ArrayBuffer[] = [];
/** More of them than this nobody needs. */
const MOST_SPARE = 4;

/** The buffer that holds the codes of the columns of few cells; null where there is none. */
export function codesBufferOf({ columns }: Block): ArrayBuffer | null {
  const column = columns.find((one) => one.is === 'coded' && one.codes instanceof Uint8Array);
  return column?.is === 'coded' ? (column.codes.buffer as ArrayBuffer) : null;
}

/** Nobody reads a block any more whose codes stand in it. */
export function takeBack(buffer: ArrayBuffer | null): void {
  if (buffer !== null && spare.length < MOST_SPARE) spare.push(buffer);
}

/** Where codes of a block are written, a column after another, and for how many rows. */
export interface Room {
  readonly codes: Uint8Array<ArrayBufferLike>;
  readonly capacity: number;
}

const LEAST = 1024;

/** A file is read: the next one may be long in coming. */
export function letGoOfSpare(): void {
  spare.length = 0;
}

/** Room for so many columns, in a buffer that is not used where there is one: whatever stands in it. */
export function spareRoom(width: number): Room {
  const used = spare.pop() ?? null;
  const capacity = Math.floor((used?.byteLength ?? 0) / width);
  // Every cell of a row is written, blank ones too.
  return used !== null && capacity >= LEAST
    ? { codes: new Uint8Array(used), capacity }
    : { codes: new Uint8Array(LEAST * width), capacity: LEAST };
}

/** The codes of so many rows one column behind the other, those of columns that are 1 in `kept`, in a buffer of their own. */
export function compact(codes: Uint8Array, capacity: number, rows: number, kept: Uint8Array): Uint8Array {
  const used = spare.pop() ?? null;
  const size = rows * kept.length;
  // What comes next may have some rows more.
  const made = used !== null && used.byteLength >= size ? new Uint8Array(used) : new Uint8Array(Math.ceil(size * 1.1));
  for (const [column, keeps] of kept.entries())
    if (keeps === 1) made.set(codes.subarray(column * capacity, column * capacity + rows), column * rows);
  return made;
}
