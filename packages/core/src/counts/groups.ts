// Some columns of few levels as one column of their combinations: one look at a row then counts all of their pairs. For what bit planes do
// not give: sums of weights and of numbers, and counts where there is no kernel.
import { evenCodes, type CodedColumn } from './pairs.ts';
import { BLOCK } from './planes.ts';

/**
 * Combinations of a group, at most: tables of two groups stay in the processor's nearest cache. A column of more levels is a group alone.
 */
const MOST = 64;

export interface Group {
  /** Combinations, those with a missing answer among them. */
  readonly size: number;
  /** The combination of each row of the block. */
  readonly codes: Int32Array;
  /** Of each combination: where the levels that it has stand in the joint matrix. */
  readonly places: readonly (readonly number[])[];
  readonly parts: readonly { readonly column: CodedColumn; readonly factor: number }[];
}

/** `starts`: where each column's levels begin in the joint matrix. */
export function groupsOf(columns: readonly CodedColumn[], starts: readonly number[]): readonly Group[] {
  const order = columns.map((_, at) => at).sort((a, b) => columns[a]!.levels - columns[b]!.levels || a - b);
  const sets: { size: number; members: number[] }[] = [];
  for (const at of order) {
    const last = sets.at(-1);
    const own = columns[at]!.levels + 1;
    if (last !== undefined && last.size * own <= MOST) {
      last.size *= own;
      last.members.push(at);
    } else sets.push({ size: own, members: [at] });
  }
  return sets.map(({ size, members }) => {
    let factor = 1;
    const parts = members.map((at) => {
      factor *= columns[at]!.levels + 1;
      return { column: columns[at]!, factor: factor / (columns[at]!.levels + 1) };
    });
    const places = Array.from({ length: size }, (_, combination) =>
      parts.flatMap(({ column: { levels }, factor: own }, i) => {
        const level = Math.floor(combination / own) % (levels + 1);
        return level < levels ? [starts[members[i]!]! + level] : [];
      }),
    );
    return { size, codes: new Int32Array(BLOCK), places, parts };
  });
}

const one = new Int32Array(BLOCK);

/** Writes the combinations of the rows from `from` to below `to` into each group; of a row that is not let in, that without any answer. */
export function combine(groups: readonly Group[], mask: Uint8Array | null, [from, to]: readonly [number, number]): void {
  for (const { codes, parts } of groups) {
    codes.fill(0);
    for (const { column, factor } of parts) {
      evenCodes(column, mask, [from, to], one);
      for (let row = 0; row < to - from; row++) codes[row] = codes[row]! + one[row]! * factor;
    }
  }
}

/** Every pair of groups once, each with itself too, and a table for it. */
export function pairsOf<T>(groups: readonly Group[], table: (size: number) => T): readonly { a: Group; b: Group; table: T }[] {
  return groups.flatMap((a, i) => groups.slice(i).map((b) => ({ a, b, table: table(a.size * b.size) })));
}

/** Adds a table of two groups to the joint matrix of `size` columns: both sides of its diagonal. */
export function unfold(a: Group, b: Group, valueAt: (cell: number) => number, counts: Float64Array, size: number): void {
  for (let x = 0; x < a.size; x++) {
    for (let y = 0; y < b.size; y++) {
      const value = valueAt(x * b.size + y);
      if (value === 0) continue;
      for (const i of a.places[x]!) {
        for (const j of b.places[y]!) {
          counts[i * size + j] = counts[i * size + j]! + value;
          // Of a group with itself both sides are met.
          if (a !== b) counts[j * size + i] = counts[j * size + i]! + value;
        }
      }
    }
  }
}
