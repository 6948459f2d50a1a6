// Numbers of few bits as bytes: which value of a dictionary each cell has, and which cells are there. The counting kernel does it where it
// can; what is damaged, and where it cannot, values.ts does number by number.
import { kernel, UNPACKED } from '../../../counts/planes.ts';
import { runs, type Place } from './values.ts';

/** Writes `count` numbers of at most 8 bits, each and 1, to `to` from `start` on, and gives the greatest of them. */
export function unpackTo(place: Place, width: number, count: number, to: Uint8Array, start: number): number {
  const fits = count <= UNPACKED && place.bytes.length - place.at <= UNPACKED;
  const engine = fits ? kernel() : null;
  const most = engine === null ? -1 : engine.hybrid(place.bytes, place.at, width, count, to, start);
  if (most >= 0) return most;
  let greatest = 0;
  const numbers = runs(place, width, count);
  for (let at = 0; at < count; at++) {
    to[start + at] = numbers[at]! + 1;
    greatest = Math.max(greatest, numbers[at]!);
  }
  return greatest;
}

/** What a level that is there is after unpacking. */
export const THERE = 2;

/** Which cells are there, and how many of them. */
export interface Presence {
  /** Of each cell `THERE`, or less. */
  readonly levels: Uint8Array;
  readonly there: number;
}

/** By the levels of `count` cells; null where all are there, as a rule. */
export function presence(place: Place, count: number): Presence | null {
  if (count === 0 || isOneRun(place, count)) return null;
  const levels = new Uint8Array(count);
  unpackTo(place, 1, count, levels, 0);
  const there = thereIn(levels);
  return there === count ? null : { levels, there };
}

function thereIn(levels: Uint8Array): number {
  const counts = new Int32Array(THERE + 1);
  const engine = kernel();
  if (engine !== null) engine.tally(new Int8Array(levels.buffer), counts);
  else for (let at = 0; at < levels.length; at++) if (levels[at] === THERE) counts[THERE]!++;
  return counts[THERE]!;
}

/** Bytes that stand one after another from row `from` on are brought to the rows that are there; 0 to the others. */
export function spreadBytes(bytes: Uint8Array, from: number, { levels, there }: Presence): void {
  const engine = levels.length <= UNPACKED ? kernel() : null;
  if (engine !== null) engine.spread(levels, there, bytes, from);
  else for (let row = levels.length - 1, at = there; row >= 0; row--) bytes[from + row] = levels[row] === THERE ? bytes[from + --at]! : 0;
}

/** A single run of the number 1. */
function isOneRun({ bytes, at }: Place, count: number): boolean {
  let header = 0;
  for (let shift = 0; shift < 28 && at < bytes.length; shift += 7, at++) {
    header |= (bytes[at]! & 0x7f) << shift;
    if (bytes[at]! < 0x80) return header % 2 === 0 && header / 2 >= count && bytes[at + 1] === 1;
  }
  return false;
}
