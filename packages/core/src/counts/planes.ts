// The counting kernel (kernel.wat) and its memory: codes of a block of rows become bit planes, and planes are counted against each other.
// What is counted, and where it goes, is joint.ts.
import { once } from '../numerics/once.ts';
import { moduleOf } from '../numerics/wasm.ts';
import { kernelBytes } from './kernel-bytes.ts';
import type { Codes } from './points.ts';

/** Rows of a block: planes of 2 kB, of which some hundred stay in the processor's cache, and byte sums that cannot overflow. */
export const BLOCK = 16_384;
const STRIDE = BLOCK / 8;
/** A plane's length is a multiple of this many rows: eight vectors of 128 bits. */
const STEP = 1024;
const CODES = 0;
const MASK = BLOCK;
/** Codes two a byte have a place of their own: a block of them is written out in the midst of other work. */
const HALVES = 2 * BLOCK;
/** Apart from the mask, which is read while codes are made. */
const SUMS = HALVES + BLOCK / 2 + 16;
const PLANES = SUMS + BLOCK;
const PAGE = 65_536;
/** Bytes that the kernel takes at once. */
const VECTOR = 16;
const WORD = 8;
/** Rows whose hashes are made at once. */
export const HASHED = BLOCK / 4;
/** Levels that a signed byte can name. */
export const MOST_PLANES = 127;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  planes(codes: number, mask: number, rows: number, levels: number, out: number, stride: number): void;
  pairs(a: number, countA: number, b: number, countB: number, stride: number, bytes: number, out: number): void;
  recode(codes: number, rows: number, table: number, size: number): void;
  tally(codes: number, rows: number, levels: number, out: number): void;
  hash(codes: number, hashes: number, rows: number): void;
  unpack(halves: number, bytes: number, codes: number): void;
  pack(codes: number, rows: number, halves: number): void;
  addUp(codes: number, rows: number, adds: number, sums: number): void;
}

export interface Kernel {
  /** Makes room for so many planes, and for counts of so many pairs of them. */
  reserve(planes: number, pairs: number): void;
  /** The rows of the block, at most BLOCK of them; null lets all in. */
  begin(mask: Uint8Array | null, from: number, to: number): void;
  /** Planes of the levels 0 … levels − 1 of a column's codes in the block, from plane `at` on. */
  planes(codes: Codes, levels: number, at: number): void;
  /**
   * Rows of the block in which both planes are set: of `countA` planes from `a` with each of `countB` from `b`. Valid until the next call.
   */
  pairs(a: number, countA: number, b: number, countB: number): Int32Array;
  /** Writes what stands in the table, of at most 256 codes, for each of the codes to `to`, from `start` on. */
  recode(from: Uint8Array, table: Int8Array, to: Int8Array, start: number): void;
  /** Hashes of so many rows, at most HASHED, all 0; valid until another work of the kernel begins. */
  hashes(rows: number): Int32Array;
  /** Mixes the codes into them: (hash ^ (code + 1)) · 0x01000193 + 0x9e3779b9. */
  hash(codes: Int8Array): void;
  /**
   * Of each row, at most half a block of them, the sum of what its codes add: of each column what the codes −1 … 14 add. `sums` begin at 0.
   */
  addUp(codes: readonly Int8Array[], adds: readonly Uint8Array[], sums: Int16Array): void;
  /** Adds to `counts` how often each of the codes 0 … stands among those given. */
  tally(codes: Int8Array, counts: Int32Array): void;
  /** Writes the codes, at most a block of them, that stand two a byte (packed.ts). */
  unpack(halves: Uint8Array, codes: Int8Array): void;
  /** Writes an even number of codes, at most a block of them, two a byte, from byte `start` on. */
  pack(codes: Int8Array, halves: Uint8Array, start: number): void;
}

/** Null where there is no WebAssembly, none with vectors of 128 bits, or a page that forbids to compile it. One for all who count. */
export const kernel = once((): Kernel | null => {
  const exports = moduleOf<Exports>(kernelBytes);
  return exports === null ? null : kernelOf(exports);
});

function kernelOf(exports: Exports): Kernel {
  const { memory } = exports;
  let [padded, out] = [0, PLANES];
  return {
    reserve(planes, pairs) {
      out = PLANES + planes * STRIDE;
      const missing = out + pairs * 4 - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    },
    begin(mask, from, to) {
      padded = Math.ceil((to - from) / STEP) * STEP;
      const bytes = new Uint8Array(memory.buffer, MASK, BLOCK);
      if (mask === null) bytes.fill(1);
      else bytes.set(mask.subarray(from, to));
      // What an earlier block left behind the last row.
      bytes.fill(0, to - from);
    },
    planes(codes, levels, at) {
      const bytes = new Int8Array(memory.buffer, CODES, BLOCK);
      if (codes instanceof Int8Array) bytes.set(codes);
      else
        for (let row = 0; row < codes.length; row++) {
          const code = codes[row]!;
          bytes[row] = code < levels ? code : -1;
        }
      exports.planes(CODES, MASK, padded, levels, PLANES + at * STRIDE, STRIDE);
    },
    pairs(a, countA, b, countB) {
      exports.pairs(PLANES + a * STRIDE, countA, PLANES + b * STRIDE, countB, STRIDE, padded / 8, out);
      return new Int32Array(memory.buffer, out, countA * countB);
    },
    recode(codes, table, to, start) {
      const size = Math.ceil(table.length / VECTOR) * VECTOR;
      new Int8Array(memory.buffer, MASK, size).set(table);
      // Shared memory is written word by word where both sides begin alike within a word, and else byte by byte.
      const place = CODES + ((to.byteOffset + start) % WORD);
      for (let from = 0; from < codes.length; from += BLOCK - VECTOR) {
        const rows = Math.min(BLOCK - VECTOR, codes.length - from);
        new Uint8Array(memory.buffer, place, rows).set(codes.subarray(from, from + rows));
        exports.recode(place, rows, MASK, size);
        to.set(new Int8Array(memory.buffer, place, rows), start + from);
      }
    },
    hashes(rows) {
      return new Int32Array(memory.buffer, MASK, rows).fill(0);
    },
    hash(codes) {
      new Int8Array(memory.buffer, CODES, codes.length).set(codes);
      exports.hash(CODES, MASK, codes.length);
    },
    tally(codes, counts) {
      for (let from = 0; from < codes.length; from += BLOCK) {
        const rows = Math.min(BLOCK, codes.length - from);
        const bytes = new Int8Array(memory.buffer, CODES, Math.ceil(rows / VECTOR) * VECTOR);
        bytes.set(codes.subarray(from, from + rows));
        // No level.
        bytes.fill(-1, rows);
        exports.tally(CODES, bytes.length, counts.length, MASK);
        const found = new Int32Array(memory.buffer, MASK, counts.length);
        for (let code = 0; code < counts.length; code++) counts[code] = counts[code]! + found[code]!;
      }
    },
    addUp(codes, adds, sums) {
      const rows = Math.ceil(sums.length / VECTOR) * VECTOR;
      new Int16Array(memory.buffer, SUMS, rows).fill(0);
      for (let at = 0; at < codes.length; at++) {
        new Int8Array(memory.buffer, CODES, sums.length).set(codes[at]!);
        new Uint8Array(memory.buffer, HALVES, VECTOR).set(adds[at]!);
        exports.addUp(CODES, rows, HALVES, SUMS);
      }
      sums.set(new Int16Array(memory.buffer, SUMS, sums.length));
    },
    unpack(halves, codes) {
      // As in `recode`.
      const place = HALVES + (halves.byteOffset % WORD);
      new Uint8Array(memory.buffer, place, halves.length).set(halves);
      exports.unpack(place, halves.length, CODES);
      codes.set(new Int8Array(memory.buffer, CODES, codes.length));
    },
    pack(codes, halves, start) {
      new Int8Array(memory.buffer, CODES, codes.length).set(codes);
      const place = HALVES + ((halves.byteOffset + start) % WORD);
      exports.pack(CODES, codes.length, place);
      halves.set(new Uint8Array(memory.buffer, place, codes.length / 2), start);
    },
  };
}
