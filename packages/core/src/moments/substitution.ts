// Mean substitution: missing values replaced by the mean of their column (SPSS MEANSUB).
import { linearsOf } from '../rowless/columns.ts';
import { filledUp } from '../rowless/linear.ts';

export interface Substituted {
  readonly columns: Float64Array[];
  /** Cells filled, a column. */
  readonly filled: number[];
}

/**
 * Fills each column's missing cells with the mean of its numbers. With `rows`, means are taken over and cells filled in the rows
 * where it is 1; the other rows are left as they are. With `weights`, means are weighted. A column without a single number stays missing.
 */
export function meanSubstituted(columns: readonly Float64Array[], rows?: Uint8Array, weights?: Float64Array): Substituted {
  const counted = linearsOf(columns);
  if (counted !== null) {
    const full = counted.map(filledUp);
    return { columns: full.map((one) => one.column), filled: full.map((one) => one.filled) };
  }
  const filled: number[] = [];
  const out = columns.map((column) => {
    const used = (row: number): boolean => rows === undefined || rows[row] === 1;
    let centre = 0;
    let count = 0;
    for (let pass = 0; pass < 2; pass++) {
      let total = 0;
      count = 0;
      for (let row = 0; row < column.length; row++) {
        if (!used(row) || Number.isNaN(column[row]!)) continue;
        const weight = weights?.[row] ?? 1;
        if (!(weight > 0)) continue;
        total += weight * (column[row]! - centre);
        count += weight;
      }
      if (count > 0) centre += total / count;
    }
    const copy = Float64Array.from(column);
    let cells = 0;
    if (count > 0) {
      for (let row = 0; row < copy.length; row++) {
        if (!used(row) || !Number.isNaN(copy[row]!)) continue;
        copy[row] = centre;
        cells++;
      }
    }
    filled.push(cells);
    return copy;
  });
  return { columns: out, filled };
}
