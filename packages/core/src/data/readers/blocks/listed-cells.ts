// The cells of a column in which hardly any stands twice, as ids are, over all blocks: they are listed one behind another and none is
// looked up; which of them are the same is found at the end by their hashes, and told by their bytes. Cells that come back are
// distinct-cells.ts'.
import { roomFor } from '../../../counts/crew.ts';
import { PackedTexts, TextPacker } from '../../packed-texts.ts';
import { eachAlike } from '../../row-hashes.ts';
import { unguardedCell } from '../formula-guard.ts';
import { decodeCell } from '../text-builder.ts';
import { cellHash, type CellBytes } from './block.ts';
import type { DistinctCells } from './distinct-cells.ts';

export interface ListedCells {
  readonly count: () => number;
  /** Takes the cells of a block. Gives the place of each in the list, -1 for one of white space, and -1 in front for the blank one. */
  readonly add: (found: CellBytes, entries: Int32Array) => Int32Array;
  /** The distinct texts in order, and of each place in the list which text stands there; null: each its own. */
  readonly finish: () => { readonly levels: PackedTexts; readonly map: Int32Array | null };
}

/** So many are looked for at once. */
const AT_ONCE = 1 << 19;

/** `from`: cells that were found before; `map` is told the place of each. */
export function listedCells(from: DistinctCells, column: number, map: Int32Array, atOnce = AT_ONCE): ListedCells {
  const packer = new TextPacker();
  let hashes = new Int32Array(roomFor(4 << 15));
  let count = 0;
  const add = (bytes: Uint8Array, start: number, end: number, hash: number): number => {
    let own = hash;
    let begin = start;
    const first = bytes[start]!;
    // All other cells hold a letter, and none that stands for nothing.
    if (first <= 32 || first === 39 || first >= 128) {
      const text = decodeCell(bytes, start, end);
      const meant = unguardedCell(text);
      if (meant.trim() === '') return -1;
      if (meant !== text) own = cellHash(bytes, ++begin, end, column);
    }
    if (count === hashes.length) {
      const larger = new Int32Array(roomFor(4 * Math.ceil(count * 1.5)));
      larger.set(hashes);
      hashes = larger;
    }
    hashes[count] = own;
    packer.add(bytes, begin, end);
    return count++;
  };
  from.each((bytes, start, end, cell) => {
    map[cell] = add(bytes, start, end, cellHash(bytes, start, end, column));
  });
  return {
    count: () => count,
    add({ bytes, starts, hashes: own }, entries) {
      const places = new Int32Array(entries.length + 1).fill(-1);
      for (let at = 0; at < entries.length; at++) {
        const entry = entries[at]!;
        places[at + 1] = add(bytes, starts[entry]!, starts[entry + 1]!, own[entry]!);
      }
      return places;
    },
    finish() {
      const all = packer.finish();
      const again = repeated(all, hashes.subarray(0, count), atOnce);
      if (again.size === 0) return { levels: all, map: null };
      const levels = all.without(Int32Array.from(again.keys()).sort());
      const to = new Int32Array(count);
      for (let place = 0, level = 0; place < count; place++) {
        const before = again.get(place);
        to[place] = before === undefined ? level++ : to[before]!;
      }
      return { levels, map: to };
    },
  };
}

/** Of each text that stands before, by its place, where it first does. */
function repeated(all: PackedTexts, hashes: Int32Array, atOnce: number): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  /** Of the first that has a hash: all of this hash that differ, where there is more than that one. */
  const different = new Map<number, number[]>();
  eachAlike(hashes, atOnce, (place, alike) => {
    const known = different.get(alike) ?? [alike];
    const same = known.find((one) => all.areSame(one, place));
    if (same !== undefined) first.set(place, same);
    else different.set(alike, [...known, place]);
  });
  return first;
}
