// A number for each row, the same for rows that are equal in every cell: what duplicates are looked for by (duplicates.ts).
import { inParts, roomFor, takeSpare, type RowTask } from '../counts/crew.ts';
import { HASHED, kernel } from '../counts/planes.ts';
import type { Codes } from '../counts/points.ts';
import { codesFrom, sourceOf, type Source } from '../counts/remade.ts';
import type { Column } from './frame.ts';
import { powerAbove } from './keys.ts';

/** Codes, or numbers of which there are many. Equal cells of a column have one code. */
type HashedColumn = Source | Float64Array;

/** `tell`: how many rows are done. */
export function rowHashes(columns: readonly Column[], rows: number, tell: (done: number) => void = () => undefined): Int32Array {
  // As much room as scores take, who get it next (`giveBack`): what is not written takes no memory.
  const hashes = new Int32Array(takeSpare(8 * rows) ?? roomFor(8 * rows), 0, rows);
  inParts(hashTask, { columns: columns.map(hashedColumn), all: hashes }, rows, (_, from) => tell(from));
  return hashes;
}

const hashedColumn = (column: Column): HashedColumn =>
  column.kind === 'text' ? column.codes : column.points === undefined ? column.values : sourceOf(column.points);

/** Written where they belong, which all threads share. */
export const hashTask: RowTask<{ readonly columns: readonly HashedColumn[]; readonly all: Int32Array }, null> = {
  name: 'hashes',
  work: ({ columns, all }, first, end) => {
    const engine = kernel();
    const readers = columns.map(readerOf);
    for (let from = first; from < end; from += HASHED) {
      const rows = Math.min(HASHED, end - from);
      const hashes = engine?.hashes(rows) ?? new Int32Array(rows);
      for (const read of readers) {
        const own = read(from, from + rows);
        if (own instanceof Float64Array) hashNumbers(hashes, own);
        else if (own instanceof Int8Array && engine !== null) engine.hash(own);
        else hashCodes(hashes, own);
      }
      all.set(hashes, from);
    }
    return null;
  },
};

const readerOf = (column: HashedColumn): ((from: number, to: number) => Codes | Float64Array) =>
  column instanceof Float64Array ? (from, to) => column.subarray(from, to) : codesFrom(column);

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

/**
 * Calls back with each row that has the hash of one before it, and the first that has it: in turns, each of about `atOnce` rows whose
 * hashes begin with the same bits, and in the order of the rows within a turn. `tell`: what share of the turns is done.
 */
export function eachAlike(
  hashes: Int32Array,
  atOnce: number,
  see: (row: number, first: number) => void,
  tell: (share: number) => void = () => undefined,
): void {
  let bits = 0;
  while (atOnce << bits < hashes.length) bits++;
  const turns = 1 << bits;
  const take = (pairs: Int32Array, turn: number): void => {
    tell(turn / turns);
    for (let at = 0; at < pairs.length; at += 2) see(pairs[at]!, pairs[at + 1]!);
  };
  inParts(alikeTask, { hashes, bits }, turns, take, 1);
  places = marks = NOTHING;
}

const NOTHING = new Int32Array(0);
/** What a turn works in, for the next one of this thread. */
let places = NOTHING;
let marks = NOTHING;

/** A part is a turn. */
export const alikeTask: RowTask<{ readonly hashes: Int32Array; readonly bits: number }, Int32Array> = {
  name: 'alike',
  work: ({ hashes, bits }, turn) =>
    alikeAmong(hashes, likelyAlike(hashes, bits === 0 ? allRows(hashes) : rowsOfTurn(hashes, 32 - bits, turn))),
};

const allRows = (hashes: Int32Array): Int32Array => Int32Array.from(hashes.keys());

/** Rows that are looked at before there has to be room for more. */
const STRETCH = 4096;

function rowsOfTurn(hashes: Int32Array, shift: number, turn: number): Int32Array {
  if (places.length === 0) places = new Int32Array((hashes.length >>> (32 - shift)) * 1.1 + 2 * STRETCH);
  let rows = places;
  let count = 0;
  for (let from = 0; from < hashes.length; from += STRETCH) {
    if (count + STRETCH > rows.length) rows = doubled(rows);
    const to = Math.min(hashes.length, from + STRETCH);
    // Written always and counted where it is one: a branch that nobody can foresee costs more.
    for (let row = from; row < to; row++) {
      rows[count] = row;
      count += hashes[row]! >>> shift === turn ? 1 : 0;
    }
  }
  places = rows;
  return rows.subarray(0, count);
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Bits that a hash is told by before it is looked for: two such tables stay in the processor's cache. */
const MOST_BITS = 1 << 23;

/**
 * Of those rows the ones whose hash another may have, in order and in their place. Nearly all rows of most files are alike to none, and a
 * bit a hash tells that of most of them.
 */
function likelyAlike(hashes: Int32Array, rows: Int32Array): Int32Array {
  const bits = Math.min(MOST_BITS, powerAbove(rows.length * 16));
  const words = Math.max(1, bits >>> 5);
  if (marks.length < 2 * words) marks = new Int32Array(2 * words);
  else marks.fill(0);
  const [once, twice] = [marks.subarray(0, words), marks.subarray(words)];
  for (let at = 0; at < rows.length; at++) {
    const place = placeOf(hashes[rows[at]!]!, bits - 1);
    const [word, bit] = [place >>> 5, 1 << (place & 31)];
    twice[word]! |= once[word]! & bit;
    once[word]! |= bit;
  }
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const place = placeOf(hashes[row]!, bits - 1);
    rows[count] = row;
    count += (twice[place >>> 5]! >>> (place & 31)) & 1;
  }
  return rows.subarray(0, count);
}

const placeOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;

/** Of those rows: each whose hash one before it has, and behind it the first one that has it. */
function alikeAmong(hashes: Int32Array, rows: Int32Array): Int32Array {
  // Of a hash its bits and the row that has it, side by side; 0 in the second place is nobody, so rows are counted from 1.
  const slots = new Int32Array(2 * powerAbove(rows.length * 2));
  const mask = slots.length / 2 - 1;
  let pairs = new Int32Array(64);
  let found = 0;
  for (const row of rows) {
    const hash = hashes[row]!;
    let slot = placeOf(hash, mask) * 2;
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & (2 * mask + 1);
    if (slots[slot + 1] === 0) {
      slots[slot] = hash;
      slots[slot + 1] = row + 1;
      continue;
    }
    if (found === pairs.length) pairs = doubled(pairs);
    pairs[found++] = row;
    pairs[found++] = slots[slot + 1]! - 1;
  }
  return pairs.slice(0, found);
}
