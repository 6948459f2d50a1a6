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

/** One that is not used; whatever stands in it. */
export const spareBuffer = (): ArrayBuffer | null => spare.pop() ?? null;
