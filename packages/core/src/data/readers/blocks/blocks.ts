// A CSV file cut into blocks of whole records, scanned one after another, or by several at once, and put together: no more of the file
// than a block is in memory. Scanning is scan-block.ts, putting together merge-blocks.ts; what the table means is csv.ts.
import { tellPart } from '../../../numerics/parts.ts';
import { MOST_POINTS } from '../../../counts/points.ts';
import type { Fault } from '../csv-scan.ts';
import { isUtf8 } from '../decode.ts';
import { mergeBlocks, type Merged } from './merge-blocks.ts';
import type { Block, BlockLayout } from './block.ts';
import { scanBlock } from './scan-block.ts';
import { codesBufferOf, letGoOfSpare, takeBack } from './spare.ts';
import { usualRecords } from './usual-records.ts';

/** Bytes of a file, wherever they are. */
export interface ByteSource {
  readonly size: number;
  /** Those from `from` to `to` (exclusive); valid until the next call. */
  readonly read: (from: number, to: number) => Uint8Array;
  /** Has parts of it scanned by others meanwhile; without it all are scanned here. */
  readonly ahead?: (layout: PartLayout) => Ahead | null;
}

export const sourceOf = (bytes: Uint8Array): ByteSource => ({ size: bytes.length, read: (from, to) => bytes.subarray(from, to) });

/** How blocks are read; a test takes smaller ones. */
export interface BlockSizes {
  /** Bytes of a block. */
  readonly block: number;
  /** More distinct numbers than this in a column are no codes. */
  readonly most: number;
  /** From so many distinct texts on a column in which hardly any stands twice has them listed. */
  readonly many: number;
}
export const USUAL: BlockSizes = { block: 1 << 22, most: MOST_POINTS, many: 1 << 13 };
/** A record longer than this is none. */
const LONGEST = 1 << 28;

/** What all parts of a file are scanned for: plain JSON. */
export interface PartLayout extends BlockSizes {
  /** Where the first record begins. */
  readonly start: number;
  readonly delimiter: number;
  readonly kinds: readonly number[];
  /** Nothing but ASCII is plain text. */
  readonly asAscii: boolean;
}

/** A part of a file that begins and ends behind a line break; `block` is null where it is no plain text. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly block: Block | null;
}

/** Parts that are scanned by others. */
export interface Ahead {
  /** The part that begins there; null where none does. */
  readonly take: (from: number) => Part | null;
  /** Where the next part begins, after none was taken. */
  readonly next: () => number | null;
  /** It was put together with those before it: nobody reads what it holds any more. */
  readonly merged: (part: Part) => void;
  readonly end: () => void;
}

/** Parts by their number, in order: those that begin within a record, or before what was read, are passed over. */
export function aheadOf(parts: number, partAt: (part: number) => Part | null, merged: (part: Part) => void, end: () => void): Ahead {
  let at = 0;
  let waiting: Part | null = null;
  return {
    take(from) {
      for (; at < parts; at++) {
        waiting ??= partAt(at);
        // Without line breaks there are no parts.
        if (waiting === null) at = parts;
        else if (waiting.from > from) return null;
        else {
          const part = waiting;
          waiting = null;
          if (part.from === from) {
            at++;
            return part;
          }
        }
      }
      return null;
    },
    next: () => waiting?.from ?? null,
    merged,
    end,
  };
}

const NO_FLOATS: ReadonlySet<number> = new Set();
/** So many bytes are looked through for the line break behind which a part begins. */
const REACH = 1 << 16;

export const partsOf = (size: number, { start, block }: PartLayout): number => Math.ceil((size - start) / block);

/**
 * Scans a part by itself: it begins behind the first line break from its share of the bytes on, and ends where the next one begins.
 * Whether a record begins there is not known: a line break may stand within quotation marks. Null where there is no line break.
 */
export function scanPart({ size, read }: Pick<ByteSource, 'size' | 'read'>, layout: PartLayout, part: number): Part | null {
  const { start, block, delimiter, kinds, most, many, asAscii } = layout;
  const cut = (nominal: number): number | null => {
    if (nominal <= start) return start;
    if (nominal >= size) return size;
    const line = read(nominal - 1, Math.min(size, nominal + REACH)).indexOf(10);
    return line < 0 ? null : nominal + line;
  };
  const from = cut(start + part * block);
  const to = cut(start + (part + 1) * block);
  if (from === null || to === null) return null;
  const isLast = to === size;
  let bytes = read(from, isLast ? size : to + 1);
  if (isLast) bytes = ended(bytes);
  return { from, to, block: scanText(bytes, to - from, isLast, { delimiter, kinds, most, many, floats: NO_FLOATS }, asAscii) };
}

/** Where a record is longer, what is held twice would be too much. */
const MOST_AT_ONCE = 1 << 24;

/** Null where the bytes are no plain text. */
function scanText(bytes: Uint8Array, limit: number, isLast: boolean, layout: BlockLayout, asAscii: boolean): Block | null {
  const engine = bytes.length > MOST_AT_ONCE ? null : usualRecords();
  engine?.load(bytes);
  const isPlain = engine?.isAscii(limit) === true || isPlainText(bytes.subarray(0, limit), asAscii);
  return isPlain ? scanBlock(bytes, limit, isLast, layout, engine) : null;
}

export interface ScannedBlocks {
  readonly table: Merged | null;
  /** A quotation mark that is never closed. */
  readonly unclosed?: Fault;
}

/**
 * Reads the records from `layout.start` to the end of the file. The table is null where the bytes are no plain text (`isPlainText`):
 * then they have to be decoded as a whole. `before`: records of the table that stand before the start. The result does not depend on
 * who scanned what.
 */
export function scanBlocks(source: ByteSource, names: readonly string[], before: number, layout: PartLayout): ScannedBlocks {
  const ahead = source.ahead?.(layout) ?? null;
  try {
    return scanInOrder(source, ahead, names, before, layout);
  } finally {
    letGoOfSpare();
    ahead?.end();
  }
}

function scanInOrder(
  source: ByteSource,
  ahead: Ahead | null,
  names: readonly string[],
  before: number,
  { start, block: usual, delimiter, kinds, most, many, asAscii }: PartLayout,
): ScannedBlocks {
  let at = start;
  let size = usual;
  let records = before;
  const merging = mergeBlocks(
    names,
    kinds,
    before,
    (rows) => Math.ceil((rows * (source.size - start) * 1.01) / Math.max(1, at - start)) + 64,
    most,
    many,
  );
  const here = (): Block | null | undefined => {
    // Up to where somebody else begins, unless a record is longer.
    const stop = size === usual ? (ahead?.next() ?? source.size) : source.size;
    const to = Math.min(at + size, stop);
    const isLast = to >= source.size;
    let bytes = source.read(at, isLast ? source.size : to + 1);
    const limit = isLast ? bytes.length : cutOf(bytes);
    if (limit === 0) return undefined;
    if (isLast) bytes = ended(bytes);
    return scanText(bytes, limit, isLast, { delimiter, kinds, most, many, floats: merging.floats }, asAscii);
  };
  while (at < source.size) {
    tellPart(at, source.size);
    const part = size === usual ? (ahead?.take(at) ?? null) : null;
    const block = part === null ? here() : part.block;
    if (block === null) return { table: null };
    if (block?.faults.unclosed !== undefined)
      return { table: null, unclosed: { ...block.faults.unclosed, record: block.faults.unclosed.record + records } };
    // A record that is longer than a block.
    if (block === undefined || block.next === 0) {
      if (size >= LONGEST) return { table: null };
      size *= 2;
      continue;
    }
    at += block.next;
    records += block.records;
    size = usual;
    merging.add(block);
    if (part === null) takeBack(codesBufferOf(block));
    else ahead!.merged(part);
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
