// Pairs of columns whose joint counts were made before, over all rows: each step of a study counts what it needs, and what an earlier one
// counted of the same codes is not counted again.
import type { Joint } from './joint.ts';
import type { CodedColumn } from './pairs.ts';

/** Fewer rows are counted before it is looked up what is known. Only tests set it. */
export const knowing = { from: 1 << 17 };
/** Levels together: of more nothing is kept. */
const MOST_KEPT = 512;

interface Pair {
  readonly levels: readonly [a: number, b: number];
  /** A line a level of the first. */
  readonly table: Float64Array;
}

/** By what their codes are, which nobody may change. */
const known = new WeakMap<object, WeakMap<object, Pair>>();

export interface KnownPairs {
  /** Of each column with each: its counts, null where they have to be made. */
  readonly tables: readonly (Float64Array | null)[];
  /** Writes those that are known, and keeps the others. */
  readonly complete: (joint: Joint) => void;
}

export function knownPairs(columns: readonly CodedColumn[]): KnownPairs {
  const keys: readonly object[] = columns.map((column) => column.made ?? column.codes);
  const tables = columns.flatMap((a, i) =>
    columns.map((b, j) => {
      const found = known.get(keys[i]!)?.get(keys[j]!);
      return found !== undefined && found.levels[0] === a.levels && found.levels[1] === b.levels ? found.table : null;
    }),
  );
  return {
    tables,
    complete({ size, starts, levels, counts }) {
      const isKept = size <= MOST_KEPT;
      for (const [i, ofI] of levels.entries())
        for (const [j, ofJ] of levels.entries()) {
          const table = tables[i * levels.length + j]!;
          if (table === null && !isKept) continue;
          const own = table ?? new Float64Array(ofI * ofJ);
          for (let x = 0; x < ofI; x++) {
            const line = (starts[i]! + x) * size + starts[j]!;
            if (table === null) own.set(counts.subarray(line, line + ofJ), x * ofJ);
            else counts.set(own.subarray(x * ofJ, (x + 1) * ofJ), line);
          }
          if (table !== null) continue;
          const ofKey = known.get(keys[i]!) ?? new WeakMap<object, Pair>();
          known.set(keys[i]!, ofKey);
          ofKey.set(keys[j]!, { levels: [ofI, ofJ], table: own });
        }
    },
  };
}
