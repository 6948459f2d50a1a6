// Builds a text column cell by cell from bytes: each distinct cell is decoded once. Where cells begin and end is csv-scan.ts.
import { decodeUtf8 } from './decode.ts';
import { unguardedCell } from './formula-guard.ts';

export interface TextBuilder {
  /** Codes of the rows set so far; -1 is blank. */
  readonly codes: Int32Array;
  readonly levels: string[];
  /** Sets the cell of `row` to the bytes `from` to `to` (exclusive). A cell of white space only is blank. */
  readonly set: (row: number, bytes: Uint8Array, from: number, to: number) => void;
}

/** The levels of a column out of its distinct cells in order; `add` gives the code of one, -1 for white space only. */
export function levelBuilder(): { readonly levels: string[]; readonly add: (bytes: Uint8Array, from: number, to: number) => number } {
  const levels: string[] = [];
  /** Cells with and without an apostrophe before a formula are one level: those that may be either, with their codes. */
  const formulas = new Map<string, number>();
  return {
    levels,
    add(bytes, from, to) {
      const text = unguardedCell(decodeCell(bytes, from, to));
      const known = formulas.get(text);
      const code = text.trim() === '' ? -1 : (known ?? levels.push(text) - 1);
      if (/^[=+\-@\t\r\n']/u.test(text)) formulas.set(text, code);
      return code;
    },
  };
}

export function textBuilder(capacity: number): TextBuilder {
  const codes = new Int32Array(capacity).fill(-1);
  const { levels, add: levelOf } = levelBuilder();
  // Open addressing on an FNV-1a hash of the bytes; the bytes of each distinct cell are kept in `pool`.
  let slots = new Int32Array(256).fill(-1);
  let pool = new Uint8Array(4096);
  let used = 0;
  const starts: number[] = [];
  const lengths: number[] = [];
  const hashes: number[] = [];
  const codeOf: number[] = [];

  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let entry = 0; entry < hashes.length; entry++) {
      let slot = hashes[entry]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
  };

  const add = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    const length = to - from;
    while (used + length > pool.length) {
      const larger = new Uint8Array(pool.length * 2);
      larger.set(pool);
      pool = larger;
    }
    for (let i = 0; i < length; i++) pool[used + i] = bytes[from + i]!;
    starts.push(used);
    lengths.push(length);
    hashes.push(hash);
    used += length;
    codeOf.push(levelOf(bytes, from, to));
    if (hashes.length * 2 > slots.length) grow();
    else {
      const mask = slots.length - 1;
      let slot = hash & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = hashes.length - 1;
    }
    return codeOf[codeOf.length - 1]!;
  };

  const set = (row: number, bytes: Uint8Array, from: number, to: number): void => {
    if (from === to) {
      codes[row] = -1;
      return;
    }
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let entry = slots[slot]!; entry >= 0; entry = slots[slot]!) {
      if (hashes[entry] === hash && lengths[entry] === to - from && same(pool, starts[entry]!, bytes, from, to)) {
        codes[row] = codeOf[entry]!;
        return;
      }
      slot = (slot + 1) & mask;
    }
    codes[row] = add(bytes, from, to, hash);
  };
  return { codes, levels, set };
}

function same(pool: Uint8Array, start: number, bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from, j = start; i < to; i++, j++) if (pool[j] !== bytes[i]) return false;
  return true;
}

/** A short plain cell is put together letter by letter, which is faster than a decoder's call. */
export function decodeCell(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 24) return decodeUtf8(bytes.subarray(from, to));
  let text = '';
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return decodeUtf8(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}
