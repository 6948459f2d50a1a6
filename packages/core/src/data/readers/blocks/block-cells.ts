// The distinct cells of a block: a dictionary of all columns, by the bytes. What codes they get is scan-block.ts.
import { CellList } from './cell-list.ts';
import { enlarged, hashOf, longHash, sameBytes, type Cells } from './block.ts';

/** What a slot says of its cell's length where that is more than eight bytes. */
const LONG = 15;

const keyOf = (column: number, length: number): number => ((column << 4) | (length > 8 ? LONG : length)) + 1;

export class BlockCells {
  /**
   * Open addressing, four numbers a slot: the last eight bytes of a cell, its column and length (0: nobody's), its code. A longer cell is
   * compared with its bytes.
   */
  slots = new Int32Array(4 * 512);
  #entryOf = new Int32Array(512);
  #size = 256;
  #entries = 0;
  #columnOf = new Int32Array(256);
  #codeOf = new Int32Array(256);
  #hashOf = new Int32Array(256);
  #startOf = new Int32Array(257);
  #numberOf = new Float64Array(256);
  #textAt = new Uint8Array(256);
  #pool = new Uint8Array(4096);

  /** The code of a cell, whose last eight bytes are `high` and `low`; 0 where it is not known. */
  codeOf(column: number, at: Uint8Array, from: number, to: number, low: number, high: number): number {
    const length = to - from;
    const key = keyOf(column, length);
    const hash = length > 8 ? longHash(at, from, to, column) : hashOf(low, high, column);
    const { slots } = this;
    const mask = (slots.length >> 2) - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slot << 2;
      if (slots[place + 2] === 0) return 0;
      if (slots[place] !== low || slots[place + 1] !== high || slots[place + 2] !== key) continue;
      if (length <= 8) return slots[place + 3]!;
      const entry = this.#entryOf[slot]!;
      const begin = this.#startOf[entry]!;
      if (
        this.#hashOf[entry] === hash &&
        this.#startOf[entry + 1]! - begin === length &&
        sameBytes(this.#pool, begin, at, from, length - 8)
      )
        return slots[place + 3]!;
    }
  }

  /** Adds one that is not known; `number`: what it reads as, null where its column is none of numbers. */
  add(column: number, at: Uint8Array, from: number, to: number, low: number, high: number, code: number, number: number | null): void {
    const entry = this.#entries++;
    const begin = this.#startOf[entry]!;
    const end = begin + to - from;
    if (end > this.#pool.length) this.#pool = enlarged(this.#pool, Math.max(end, this.#pool.length * 2), Uint8Array);
    for (let into = begin, of = from; into < end; into++, of++) this.#pool[into] = at[of]!;
    this.#startOf[entry + 1] = end;
    this.#columnOf[entry] = column;
    this.#hashOf[entry] = to - from > 8 ? longHash(at, from, to, column) : hashOf(low, high, column);
    this.#codeOf[entry] = code;
    this.#numberOf[entry] = number ?? NaN;
    this.#textAt[entry] = number === null ? 1 : 0;
    this.#put(this.slots, this.#entryOf, entry, [low, high, keyOf(column, to - from), code]);
    if (this.#entries === this.#size) this.#enlarge();
  }

  /** How many distinct numbers a column has. */
  distinct(column: number): number {
    const seen = new Set<number>();
    for (let entry = 0; entry < this.#entries; entry++) if (this.#columnOf[entry] === column) seen.add(this.#numberOf[entry]!);
    return seen.size;
  }

  /** What each code of a column reads as, of so many codes from 1 on; NaN before them. */
  numbersOf(column: number, codes: number): Float64Array {
    const table = new Float64Array(codes + 1).fill(NaN);
    for (let entry = 0; entry < this.#entries; entry++)
      if (this.#columnOf[entry] === column) table[this.#codeOf[entry]!] = this.#numberOf[entry]!;
    return table;
  }

  /** An empty list for so many rows, and what adds the cell of a code of a column to it, of so many codes from 1 on. */
  list(column: number, codes: number, rows: number): { readonly of: CellList; readonly add: (code: number) => number } {
    const places = new Int32Array(codes + 1);
    for (let entry = 0; entry < this.#entries; entry++) if (this.#columnOf[entry] === column) places[this.#codeOf[entry]!] = entry;
    const last = places[codes]!;
    const of = new CellList(rows, this.#startOf[last + 1]! - this.#startOf[last]! + 2);
    const add = (code: number): number => {
      const entry = places[code]!;
      return of.add(this.#pool, this.#startOf[entry]!, this.#startOf[entry + 1]!, this.#hashOf[entry]!);
    };
    return { of, add };
  }

  /** All of them, in the order in which they were added. */
  told(): Cells {
    const entries = this.#entries;
    return {
      columns: this.#columnOf.slice(0, entries),
      hashes: this.#hashOf.slice(0, entries),
      starts: this.#startOf.slice(0, entries + 1),
      bytes: this.#pool.slice(0, this.#startOf[entries]),
      numbers: this.#numberOf.slice(0, entries),
      texts: this.#textAt.slice(0, entries),
    };
  }

  #put(slots: Int32Array, entryOf: Int32Array, entry: number, cell: ArrayLike<number>): void {
    const mask = entryOf.length - 1;
    let free = this.#hashOf[entry]! & mask;
    while (slots[(free << 2) + 2] !== 0) free = (free + 1) & mask;
    slots.set(cell, free << 2);
    entryOf[free] = entry;
  }

  #enlarge(): void {
    this.#size *= 2;
    const size = this.#size;
    this.#columnOf = enlarged(this.#columnOf, size, Int32Array);
    this.#codeOf = enlarged(this.#codeOf, size, Int32Array);
    this.#hashOf = enlarged(this.#hashOf, size, Int32Array);
    this.#startOf = enlarged(this.#startOf, size + 1, Int32Array);
    this.#numberOf = enlarged(this.#numberOf, size, Float64Array);
    this.#textAt = enlarged(this.#textAt, size, Uint8Array);
    const [old, entryOf] = [this.slots, this.#entryOf];
    const slots = new Int32Array(old.length * 2);
    const entries = new Int32Array(entryOf.length * 2);
    for (let slot = 0; slot < entryOf.length; slot++)
      if (old[(slot << 2) + 2] !== 0) this.#put(slots, entries, entryOf[slot]!, old.subarray(slot << 2, (slot << 2) + 4));
    [this.slots, this.#entryOf] = [slots, entries];
  }
}
