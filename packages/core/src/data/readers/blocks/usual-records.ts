// The scanner of the usual records of a block (scan.wat) and its memory: what is known of cells lies there, and so do the codes of rows.
// What records are, and all other ones, is scan-block.ts.
import { once } from '../../../numerics/once.ts';
import { moduleOf } from '../../../numerics/wasm.ts';
import { SKIP } from '../csv-scan.ts';
import { scanBytes } from './scan-bytes.ts';
import type { Room } from './spare.ts';

/** Slots of the dictionary; of more cells than half of them nothing is learned. */
const SLOTS = 4096;
const SLOT = 64;
/** Cells of at most so many bytes are known. */
const LONGEST = 32;
/** Codes of one byte each, by the byte: those of a column. */
const BYTES = 256;
/** A cell is learned from here. */
const CELL = 0;
const TABLE = CELL + LONGEST;
/** What the scanner may read behind the last byte. */
const BEHIND = 80;
const PAGE = 65_536;
const VECTOR = 16;
/** Quotation marks, blanks and what else a cell may not begin with that stands for itself. */
const FIRST = 34;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly row: { readonly value: number };
  learn(at: number, length: number, column: number, code: number, slots: number, mask: number): void;
  odd(at: number, end: number): number;
  records(
    at: number,
    limit: number,
    first: number,
    stride: number,
    width: number,
    delimiter: number,
    short: number,
    passed: number,
    slots: number,
    mask: number,
    narrow: number,
  ): number;
}

export interface UsualRecords {
  /** Holds the bytes of a block from now on. */
  readonly load: (bytes: Uint8Array) => void;
  /** Whether the first so many are those of ASCII, and none is 0. */
  readonly isAscii: (length: number) => boolean;
  /** Nothing is known of any cell. */
  readonly begin: (kinds: readonly number[], delimiter: number) => Room;
  /** False where it cannot be known here: a block that has such cells is not for this scanner. */
  readonly learn: (column: number, code: number, bytes: Uint8Array, from: number, to: number) => boolean;
  /** Reads usual records from `at` on, below `limit`; `row`: how many rows there were before. */
  readonly read: (at: number, limit: number, row: number) => { readonly at: number; readonly row: number };
}

/** Null where there is no WebAssembly, none with vectors of 128 bits, or a page that forbids to compile it. One for all blocks. */
export const usualRecords = once((): UsualRecords | null => {
  const exports = moduleOf<Exports>(scanBytes);
  return exports === null ? null : scannerOf(exports);
});

function scannerOf({ memory, row: rows, learn, odd, records }: Exports): UsualRecords {
  let [loaded, text, width, separator] = [0, TABLE, 0, 0];
  let [short, passed, narrow, capacity, entries] = [0, 0, 0, 0, 0];
  const view = (at: number, length: number): Uint8Array => new Uint8Array(memory.buffer, at, length);
  const reserve = (bytes: number): void => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  };
  return {
    load(bytes) {
      loaded = bytes.length;
      text = TABLE + SLOTS * SLOT;
      reserve(text + loaded + BEHIND);
      const there = view(text, loaded + BEHIND);
      there.set(bytes);
      there.fill(1, loaded);
    },
    isAscii: (length) => {
      const last = text + length - (length % VECTOR);
      if (odd(text, last) !== 0) return false;
      return view(last, length % VECTOR).every((byte) => byte > 0 && byte < 0x80);
    },
    begin(kinds, delimiter) {
      [width, separator, entries] = [kinds.length, delimiter, 0];
      short = text + loaded + BEHIND;
      passed = short + width * BYTES;
      narrow = passed + width;
      // A usual record has a byte a column at least. Columns begin in different places of the processor's cache.
      capacity = (Math.ceil(loaded / width / 128) * 2 + 1) * 64;
      reserve(narrow + width * capacity);
      view(TABLE, SLOTS * SLOT).fill(0);
      view(short, width * BYTES + width).fill(0);
      for (const [column, kind] of kinds.entries()) {
        if (kind !== SKIP) continue;
        const own = view(short + column * BYTES, BYTES);
        own.fill(1, FIRST + 1);
        own[delimiter] = 0;
        view(passed + column, 1)[0] = 1;
      }
      return { codes: view(narrow, width * capacity), capacity };
    },
    learn(column, code, bytes, from, to) {
      const length = to - from;
      const first = bytes[from]!;
      const last = bytes[to - 1]!;
      if (code >= BYTES || entries >= SLOTS / 2) return false;
      // What is no cell as it stands, but was quoted, is never met.
      if (length > LONGEST || first <= FIRST || last === 32 || last === 9) return true;
      if (length === 1) view(short + column * BYTES, BYTES)[first] = code;
      else {
        const cell = view(CELL, LONGEST);
        for (let at = 0; at < length; at++) cell[at] = bytes[from + at]!;
        learn(CELL, length, column, code, TABLE, SLOTS - 1);
        entries++;
      }
      return true;
    },
    read(at, limit, row) {
      const next = records(text + at, text + limit, row, capacity, width, separator, short, passed, TABLE, SLOTS - 1, narrow);
      return { at: next - text, row: rows.value };
    },
  };
}
