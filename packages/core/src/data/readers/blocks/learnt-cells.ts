// The distinct cells of all columns of a block, in the order in which they first stand, and what is known of each. Where a cell is looked up
// is scan-block.ts.
import { enlarged, sameBytes, type CellBytes, type Cells } from './block.ts';

export class LearntCells implements CellBytes {
  count = 0;
  hashes = new Int32Array(256);
  starts = new Int32Array(257);
  bytes = new Uint8Array(4096);
  /** What each reads as, where its column is read as numbers. */
  numbers = new Float64Array(256);
  /** 1 where it is no number. */
  texts = new Uint8Array(256);
  #columns = new Int32Array(256);
  #codes = new Int32Array(256);

  /** How many there is room for. */
  get room(): number {
    return this.hashes.length;
  }

  /** Its place. */
  add(column: number, code: number, hash: number, at: Uint8Array, from: number, to: number): number {
    const entry = this.count++;
    let into = this.starts[entry]!;
    const end = into + to - from;
    if (end > this.bytes.length) this.bytes = enlarged(this.bytes, Math.max(end, this.bytes.length * 2), Uint8Array);
    const { bytes } = this;
    for (let of = from; of < to; of++) bytes[into++] = at[of]!;
    this.starts[entry + 1] = end;
    this.#columns[entry] = column;
    this.#codes[entry] = code;
    this.hashes[entry] = hash;
    return entry;
  }

  /** Whether it has the hash and begins with so many bytes of a cell, and is as long; what it ends with is known. */
  is(entry: number, hash: number, at: Uint8Array, from: number, length: number, known: number): boolean {
    const begin = this.starts[entry]!;
    return (
      this.hashes[entry] === hash && this.starts[entry + 1]! - begin === length && sameBytes(this.bytes, begin, at, from, length - known)
    );
  }

  enlarge(): void {
    const size = this.room * 2;
    this.#columns = enlarged(this.#columns, size, Int32Array);
    this.#codes = enlarged(this.#codes, size, Int32Array);
    this.hashes = enlarged(this.hashes, size, Int32Array);
    this.starts = enlarged(this.starts, size + 1, Int32Array);
    this.numbers = enlarged(this.numbers, size, Float64Array);
    this.texts = enlarged(this.texts, size, Uint8Array);
  }

  /** Of each of so many codes of a column, counted from 1, the place of its cell. */
  placesOf(column: number, codes: number): Int32Array {
    const places = new Int32Array(codes + 1);
    for (let entry = 0; entry < this.count; entry++) if (this.#columns[entry] === column) places[this.#codes[entry]!] = entry;
    return places;
  }

  cells(): Cells {
    const { count } = this;
    return {
      columns: this.#columns.slice(0, count),
      hashes: this.hashes.slice(0, count),
      starts: this.starts.slice(0, count + 1),
      bytes: this.bytes.slice(0, this.starts[count]),
      numbers: this.numbers.slice(0, count),
      texts: this.texts.slice(0, count),
    };
  }
}
