// Codes of few levels, two a byte: how the answers of millions of respondents are kept. Whoever goes through rows reads them block by block
// (`codesFrom` of remade.ts); a byte a row is written out only for who asks for that.
import { roomFor } from './crew.ts';
import { BLOCK, kernel } from './planes.ts';

/** Of so many rows on numbers are kept so. Only tests set it. */
export const packing = { from: 1 << 22 };

/** A half of a byte names no more levels, and none. */
export const MOST_PACKED = 15;

/** The code of an even row, and one more than it is, in the low half of a byte, that of the row behind it in the high one. Plain data. */
export interface Packed {
  readonly halves: Uint8Array;
  readonly rows: number;
  readonly levels: number;
}

/** Room for so many rows: none of them has an answer. */
export const halvesFor = (rows: number): Uint8Array => new Uint8Array(roomFor((rows + 1) >> 1));

export const packedAt = ({ halves }: Packed, row: number): number => (row % 2 === 0 ? halves[row >> 1]! & 15 : halves[row >> 1]! >> 4) - 1;

/** Writes the codes of as many rows as `out` has room for, from `from` on. */
export function unpack(packed: Packed, from: number, out: Int8Array): void {
  let at = 0;
  if (from % 2 === 1 && out.length > 0) out[at++] = packedAt(packed, from);
  const engine = kernel();
  for (; at < out.length; at += BLOCK) {
    const part = out.subarray(at, at + BLOCK);
    const start = (from + at) / 2;
    const halves = packed.halves.subarray(start, start + ((part.length + 1) >> 1));
    if (engine === null) spread(halves, part);
    else engine.unpack(halves, part);
  }
}

/** Writes codes of the rows from `from` on, of which nothing stands there; those before it stay. */
export function pack(halves: Uint8Array, codes: Int8Array, from: number): void {
  let at = 0;
  if (from % 2 === 1 && codes.length > 0) halves[from >> 1] = halves[from >> 1]! | ((codes[at++]! + 1) << 4);
  const engine = kernel();
  for (; at < codes.length; at += BLOCK) {
    const part = codes.subarray(at, at + BLOCK);
    const start = (from + at) / 2;
    const pairs = part.length >> 1;
    if (engine === null) press(part, halves, start, pairs);
    else engine.pack(part.subarray(0, 2 * pairs), halves, start);
    if (part.length % 2 === 1) halves[start + pairs] = part[part.length - 1]! + 1;
  }
}

function spread(halves: Uint8Array, out: Int8Array): void {
  for (let row = 0; row < out.length; row++) out[row] = (row % 2 === 0 ? halves[row >> 1]! & 15 : halves[row >> 1]! >> 4) - 1;
}
function press(codes: Int8Array, halves: Uint8Array, start: number, pairs: number): void {
  for (let at = 0; at < pairs; at++) halves[start + at] = (codes[2 * at]! + 1) | ((codes[2 * at + 1]! + 1) << 4);
}

/** Each code as the table has it, in place. */
export function recodePacked({ halves }: Packed, table: Int32Array): void {
  const half = Uint8Array.of(0, ...Array.from(table, (code) => code + 1));
  const both = Uint8Array.from({ length: 256 }, (_, byte) => (half[byte & 15] ?? 0) | ((half[byte >> 4] ?? 0) << 4));
  for (let at = 0; at < halves.length; at++) halves[at] = both[halves[at]!]!;
}
