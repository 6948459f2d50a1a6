// A CSV file cut into blocks of whole records, scanned one after another and put together: no more of the file than a block is in memory.
// Scanning is scan-block.ts, putting together merge-blocks.ts; what the table means is csv.ts.
import { MOST_POINTS } from '../../../counts/points.ts';
import type { Fault } from '../csv-scan.ts';
import { isUtf8 } from '../decode.ts';
import { mergeBlocks, type Merged } from './merge-blocks.ts';
import { scanBlock } from './scan-block.ts';

/** Bytes of a file, wherever they are. */
export interface ByteSource {
  readonly size: number;
  /** Those from `from` to `to` (exclusive); valid until the next call. */
  readonly read: (from: number, to: number) => Uint8Array;
}

export const sourceOf = (bytes: Uint8Array): ByteSource => ({ size: bytes.length, read: (from, to) => bytes.subarray(from, to) });

/** How blocks are read; a test takes smaller ones. */
export interface BlockSizes {
  /** Bytes of a block. */
  readonly block: number;
  /** More distinct numbers than this in a column are no codes. */
  readonly most: number;
}
const USUAL: BlockSizes = { block: 1 << 22, most: MOST_POINTS };
/** A record longer than this is none. */
const LONGEST = 1 << 28;

export interface ScannedBlocks {
  readonly table: Merged | null;
  /** A quotation mark that is never closed. */
  readonly unclosed?: Fault;
}

/**
 * Reads the records from `start` to the end of the file. The table is null where the bytes are no plain text (`isPlainText`): then they
 * have to be decoded as a whole. `before`: records of the table that stand before `start`.
 */
export function scanBlocks(
  source: ByteSource,
  start: number,
  delimiter: number,
  names: readonly string[],
  kinds: readonly number[],
  before: number,
  asAscii: boolean,
  sizes = USUAL,
): ScannedBlocks {
  let at = start;
  let size = sizes.block;
  let records = before;
  const merging = mergeBlocks(
    names,
    kinds,
    before,
    (rows) => Math.ceil((rows * (source.size - start) * 1.01) / Math.max(1, at - start)) + 64,
    sizes.most,
  );
  while (at < source.size) {
    const isLast = at + size >= source.size;
    let bytes = source.read(at, isLast ? source.size : at + size + 1);
    const limit = isLast ? bytes.length : cutOf(bytes);
    if (limit > 0 && !isPlainText(bytes.subarray(0, limit), asAscii)) return { table: null };
    if (isLast) bytes = ended(bytes);
    const block = limit === 0 ? null : scanBlock(bytes, limit, isLast, { delimiter, kinds, most: sizes.most, floats: merging.floats });
    const unclosed = block?.faults.unclosed;
    if (unclosed !== undefined) return { table: null, unclosed: { ...unclosed, record: unclosed.record + records } };
    // A record that is longer than a block.
    if (block === null || block.next === 0) {
      if (size >= LONGEST) return { table: null };
      size *= 2;
      continue;
    }
    at += block.next;
    records += block.records;
    size = sizes.block;
    merging.add(block);
  }
  return { table: merging.finish() };
}

/** A line break that stands for the end of the file behind the bytes. */
export function ended(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length + 1);
  text.set(bytes);
  text[bytes.length] = 10;
  return text;
}

/** Behind the last line break; the last byte belongs to what follows. 0: there is none. */
function cutOf(bytes: Uint8Array): number {
  const line = bytes.lastIndexOf(10, bytes.length - 2);
  if (line >= 0) return line + 1;
  let at = bytes.lastIndexOf(13, bytes.length - 2);
  while (at > 0 && bytes[at + 1] === 10) at = bytes.lastIndexOf(13, at - 1);
  return at + 1;
}

const NONE = new Int32Array(0);

/** Text without a byte 0, in UTF-8 or, `asAscii`, in nothing but ASCII. */
export function isPlainText(bytes: Uint8Array, asAscii: boolean): boolean {
  const front = bytes.length < 8 ? bytes.length : (4 - (bytes.byteOffset & 3)) & 3;
  const words = front === bytes.length ? NONE : new Int32Array(bytes.buffer, bytes.byteOffset + front, (bytes.length - front) >> 2);
  // Of a word without high bits, one is left by taking 1 from each byte where a byte is 0.
  let odd = 0;
  for (let at = 0; at < words.length; at++) odd |= words[at]! | (words[at]! - 0x01010101);
  for (let at = 0; at < front; at++) odd |= bytes[at]! | (bytes[at]! - 1);
  for (let at = front + words.length * 4; at < bytes.length; at++) odd |= bytes[at]! | (bytes[at]! - 1);
  return (odd & 0x80808080) === 0 || (!asAscii && !bytes.includes(0) && isUtf8(bytes));
}
