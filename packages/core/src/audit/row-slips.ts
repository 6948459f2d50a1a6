// Rows of a table of which each should satisfy the same relation: a column (or two) that slipped by some rows, or two rows exchanged. Works
// on cells by row and column; what they are called is the check's.
import type { SlipFact } from '../contract/audit-facts/index.ts';
import type { Repair } from './finding.ts';
import type { PrintedCell } from './printed-study.ts';

export interface SlipRow {
  readonly name: string;
  readonly cells: readonly PrintedCell[];
}

export interface Slip {
  readonly columns: readonly number[];
  readonly from: number;
  readonly to: number;
  /** The figure of a row stands so many rows further down. */
  readonly by: number;
  /** Rows that fit when the columns are moved back. */
  readonly restored: number;
  readonly repairs: readonly Repair[];
}

/**
 * The smallest explanation of the failing rows by columns that slipped: within the block they span (or a row more on either side) the
 * columns are read `by` rows further, the end of the block at its beginning. All rows of the block must then fit; where the figure that
 * fell out at the end is lost, all but one. At least two rows, and most of the block, must have been wrong.
 */
export function slipOf(
  rows: readonly SlipRow[],
  failing: readonly number[],
  choices: readonly (readonly number[])[],
  fits: (cells: readonly PrintedCell[], row: number) => boolean,
): Slip | null {
  if (failing.length < 2) return null;
  const [first, last] = [Math.min(...failing), Math.max(...failing)];
  const found: (Slip & { readonly whole: boolean })[] = [];
  for (const columns of choices) {
    for (let from = Math.max(0, first - 1); from <= first; from++) {
      for (let to = last; to <= Math.min(rows.length - 1, last + 1); to++) {
        const length = to - from + 1;
        if (failing.length < length / 2) continue;
        for (const by of length === 2 ? [1] : [1, -1]) {
          const read = (at: number, column: number): PrintedCell =>
            rows[columns.includes(column) ? from + ((at - from + by + length) % length) : at]!.cells[column]!;
          const moved = Array.from({ length }, (_, i) => rows[from + i]!.cells.map((__, column) => read(from + i, column)));
          const right = moved.map((cells, i) => fits(cells, from + i));
          const restored = right.filter(Boolean).length;
          const lost = by > 0 ? right.length - 1 : 0;
          const whole = restored === length;
          if (!whole && !(length >= 4 && restored === length - 1 && !right[lost])) continue;
          const repairs = whole
            ? columns.flatMap((column) =>
                moved.map(
                  (cells, i): Repair => ({
                    at: rows[from + i]!.cells[column]!.at,
                    text: `${cells[column]!.printed}${cells[column]!.stars ?? ''}`,
                  }),
                ),
              )
            : [];
          found.push({ columns, from, to, by, restored, repairs, whole });
        }
      }
    }
  }
  found.sort((a, b) => Number(b.whole) - Number(a.whole) || a.columns.length - b.columns.length || a.to - a.from - (b.to - b.from));
  return found[0] ?? null;
}

/** The same with the names of its rows and columns. */
export const slipFact = (slip: Slip, rows: readonly SlipRow[], columns: readonly string[]): SlipFact => ({
  columns: slip.columns.map((column) => columns[column]!),
  from: rows[slip.from]!.name,
  to: rows[slip.to]!.name,
  exchanged: slip.to === slip.from + 1,
});
