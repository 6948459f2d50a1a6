// The distinct cells of a column over all blocks, by their bytes.
import { sameBytes, type CellBytes, type Cells } from './block.ts';

/** What cells read as is needed where they are numbers. */
type Found = CellBytes & Partial<Pick<Cells, 'numbers'>>;

export interface DistinctCells {
  readonly count: () => number;
  /** What each reads as; NaN is blank. */
  readonly numbers: () => Float64Array;
  /**
   * Takes the cells of a block, given by their positions in its dictionary, in the order in which they first stand. Gives the cell of
   * each, and -1 in front for the blank one. `ascending`: they are numbered by their numbers, so that codes need not be changed at the
   * end.
   */
  readonly add: (found: Found, entries: Int32Array, ascending: boolean) => Int32Array;
  /** Calls back with each, in the order in which they first stand, and its own number. */
  readonly each: (see: (bytes: Uint8Array, from: number, to: number, cell: number) => void) => void;
  /** Nothing is looked up any more: what was needed for that is let go. */
  readonly close: () => void;
}

/** `asNumbers`: what they read as is asked for. */
export function distinctCells(asNumbers: boolean): DistinctCells {
  let slots = new Int32Array(64).fill(-1);
  let pool = new Uint8Array(256);
  let size = 32;
  let count = 0;
  let starts = new Int32Array(size);
  let ends = new Int32Array(size);
  let hashes = new Int32Array(size);
  let numbers = new Float64Array(asNumbers ? size : 0);
  let used = 0;
  /** The first cells in the order in which they stand, where they are numbered otherwise. */
  let first: Int32Array = new Int32Array(0);

  const enlarge = (): void => {
    size *= 2;
    const larger = <A extends Int32Array | Float64Array>(of: A, made: A): A => {
      made.set(of);
      return made;
    };
    starts = larger(starts, new Int32Array(size));
    ends = larger(ends, new Int32Array(size));
    hashes = larger(hashes, new Int32Array(size));
    if (asNumbers) numbers = larger(numbers, new Float64Array(size));
    slots = new Int32Array(size * 2).fill(-1);
    for (let cell = 0; cell < count; cell++) {
      let slot = hashes[cell]! & (slots.length - 1);
      while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = cell;
    }
  };
  const cellOf = (found: Found, entry: number): number => {
    const hash = found.hashes[entry]!;
    const from = found.starts[entry]!;
    const length = found.starts[entry + 1]! - from;
    let slot = hash & (slots.length - 1);
    for (let cell = slots[slot]!; cell >= 0; cell = slots[slot]!) {
      if (hashes[cell] === hash && ends[cell]! - starts[cell]! === length && sameBytes(pool, starts[cell]!, found.bytes, from, length))
        return cell;
      slot = (slot + 1) & (slots.length - 1);
    }
    if (used + length > pool.length) {
      const larger = new Uint8Array(Math.max(pool.length * 2, used + length));
      larger.set(pool);
      pool = larger;
    }
    for (let at = 0; at < length; at++) pool[used + at] = found.bytes[from + at]!;
    starts[count] = used;
    ends[count] = used += length;
    hashes[count] = hash;
    if (asNumbers) numbers[count] = found.numbers![entry]!;
    slots[slot] = count;
    const cell = count++;
    if (count === size) enlarge();
    return cell;
  };

  return {
    count: () => count,
    numbers: () => numbers.subarray(0, count),
    add(found, entries, ascending) {
      const map = new Int32Array(entries.length + 1).fill(-1);
      if (!ascending) {
        for (let at = 0; at < entries.length; at++) map[at + 1] = cellOf(found, entries[at]!);
        return map;
      }
      const order = Array.from(entries, (_, at) => at).sort((a, b) => found.numbers![entries[a]!]! - found.numbers![entries[b]!]!);
      for (const at of order) map[at + 1] = cellOf(found, entries[at]!);
      first = map.slice(1);
      return map;
    },
    close() {
      slots = new Int32Array(0);
      hashes = slots;
      numbers = new Float64Array(0);
    },
    each(see) {
      for (let at = 0; at < count; at++) {
        const cell = at < first.length ? first[at]! : at;
        see(pool, starts[cell]!, ends[cell]!, cell);
      }
    },
  };
}
