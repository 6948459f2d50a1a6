// Cells of a column of texts one behind another, within a block: nobody looks whether one stands there already.
import { enlarged, type CellBytes } from './block.ts';

export class CellList {
  #hashes: Int32Array;
  #starts: Int32Array;
  #bytes: Uint8Array;
  #count = 0;

  /** `rows`: so many there may be; `length`: bytes of one. */
  constructor(rows: number, length: number) {
    this.#hashes = new Int32Array(rows);
    this.#starts = new Int32Array(rows + 1);
    this.#bytes = new Uint8Array(Math.ceil(rows * length));
  }

  /** Its number, from 1. */
  add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const at = this.#count++;
    if (at === this.#hashes.length) {
      this.#hashes = enlarged(this.#hashes, at * 2, Int32Array);
      this.#starts = enlarged(this.#starts, at * 2 + 1, Int32Array);
    }
    let into = this.#starts[at]!;
    const end = into + to - from;
    if (end > this.#bytes.length) this.#bytes = enlarged(this.#bytes, Math.max(end, Math.ceil(this.#bytes.length * 1.5)), Uint8Array);
    const own = this.#bytes;
    for (let of = from; of < to; of++) own[into++] = bytes[of]!;
    this.#hashes[at] = hash;
    this.#starts[at + 1] = end;
    return at + 1;
  }

  cells(): CellBytes {
    const count = this.#count;
    return {
      hashes: this.#hashes.subarray(0, count),
      starts: this.#starts.subarray(0, count + 1),
      bytes: this.#bytes.subarray(0, this.#starts[count]),
    };
  }
}
