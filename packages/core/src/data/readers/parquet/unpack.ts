// Numbers of few bits as bytes: which value of a dictionary each cell has, and which cells are there. The counting kernel does it where it
// can; what is damaged, and where it cannot, values.ts does number by number.
import { kernel, UNPACKED } from '../../../counts/planes.ts';
import { runs, type Place } from './values.ts';

/** Writes `count` numbers of at most 8 bits, each and 1, to `to` from `start` on, and gives the greatest of them. */
export function unpackTo(place: Place, width: number, count: number, to: Uint8Array, start: number): number {
  const fits = count <= UNPACKED && place.bytes.length - place.at <= UNPACKED;
  const engine = fits ? kernel() : null;
  const most = engine === null ? -1 : engine.unpack(place.bytes, place.at, width, count, to, start);
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

/** Levels of `count` cells, one and each; null where all are there, as a rule. */
export function presence(place: Place, count: number): Uint8Array | null {
  if (count === 0 || isOneRun(place, count)) return null;
  const levels = new Uint8Array(count);
  unpackTo(place, 1, count, levels, 0);
  return levels.every((level) => level === THERE) ? null : levels;
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
