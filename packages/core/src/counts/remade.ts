// Points whose codes are made of other columns when somebody asks for them: means of items, of which a study of millions of rows has many,
// and which hardly any step reads row by row. What a block of rows needs is made for that block alone (`codesIn`).
import { sum } from '../numerics/sums.ts';
import { emptyCodes, type Codes, type Points } from './points.ts';

/** Writes the codes of the rows from `from` to `to` (exclusive) into an array, the first of them in its first place. */
export type MakeCodes = (codes: Codes, from: number, to: number) => void;

/** Of fewer rows all codes are kept. Only tests set it. */
export const remaking = { from: 1 << 22 };

/** Bytes of codes that are kept from step to step. */
const MOST_HELD = 1 << 24;
const held = new Set<RemadePoints>();

export class RemadePoints implements Points {
  readonly rows: number;
  readonly values: Float64Array;
  readonly tally: Float64Array;
  readonly #make: MakeCodes;
  #codes: Codes | null = null;
  constructor(values: Float64Array, tally: Float64Array, make: MakeCodes) {
    this.rows = sum(tally);
    this.values = values;
    this.tally = tally;
    this.#make = make;
  }
  /** Of all rows. */
  get codes(): Codes {
    if (this.#codes !== null) return this.#codes;
    const codes = emptyCodes(this.rows, this.values.length);
    this.#make(codes, 0, this.rows);
    this.#codes = codes;
    held.add(this);
    return codes;
  }
  /** Those of some rows: of all of them, where they are there, else made for these alone, and written over by the next call. */
  part(from: number, to: number, scratch: Codes): Codes {
    if (this.#codes !== null) return this.#codes.subarray(from, to);
    this.#make(scratch, from, to);
    return scratch.subarray(0, to - from);
  }
  get bytes(): number {
    return this.#codes?.byteLength ?? 0;
  }
  letGo(): void {
    this.#codes = null;
    held.delete(this);
  }
}

/** Between two steps: codes of so many rows that nobody can keep them all are made again for whoever asks next. */
export function letGoOfRemade(most = MOST_HELD): void {
  let bytes = 0;
  for (const one of held) bytes += one.bytes;
  if (bytes > most) for (const one of held) one.letGo();
}

/** The codes of some rows, block by block: a function of its own for each column, with room for so many rows. */
export function codesIn(points: Points, room: number): (from: number, to: number) => Codes {
  if (!(points instanceof RemadePoints)) return (from, to) => points.codes.subarray(from, to);
  const scratch = emptyCodes(room, points.values.length);
  return (from, to) => points.part(from, to, scratch);
}
