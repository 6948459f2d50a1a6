// The table of two columns of few values, from joint counts: how many rows have each value of the one with each of the other.
import type { Joint } from './joint.ts';
import type { Tabled } from './moments.ts';

export interface Crossing {
  /** Rows that have both. */
  readonly n: number;
  /** A line a value of the first column, ascending; neither a line nor a column is empty. */
  readonly counts: readonly Float64Array[];
}

/** Levels by value, ascending; what is one value by two codes stands together. */
function distinct({ values }: Tabled): readonly (readonly number[])[] {
  const order = [...values.keys()].filter((level) => !Number.isNaN(values[level]!)).sort((a, b) => values[a]! - values[b]! || a - b);
  const found: number[][] = [];
  for (const level of order) {
    if (found.length > 0 && values[found.at(-1)![0]!] === values[level]!) found.at(-1)!.push(level);
    else found.push([level]);
  }
  return found;
}

export function crossingOf(joint: Joint, x: Tabled, y: Tabled): Crossing {
  const [lines, columns] = [distinct(x), distinct(y)];
  const count = (i: number, j: number): number =>
    i < joint.levels[x.column]! && j < joint.levels[y.column]!
      ? joint.counts[(joint.starts[x.column]! + i) * joint.size + joint.starts[y.column]! + j]!
      : 0;
  const whole = lines.map((line) =>
    Float64Array.from(columns, (column) => line.reduce((sum, i) => sum + column.reduce((own, j) => own + count(i, j), 0), 0)),
  );
  const used = columns.flatMap((_, at) => (whole.some((line) => line[at]! > 0) ? [at] : []));
  const counts = whole.flatMap((line) => (line.some((one) => one > 0) ? [Float64Array.from(used, (at) => line[at]!)] : []));
  return { n: counts.reduce((total, line) => total + line.reduce((sum, one) => sum + one, 0), 0), counts };
}

/** Sums of its lines, and of its columns. */
export const linesOf = ({ counts }: Crossing): number[] => counts.map((line) => line.reduce((sum, one) => sum + one, 0));
export const columnsOfCrossing = ({ counts }: Crossing): number[] =>
  Array.from(counts[0] ?? [], (_, at) => counts.reduce((sum, line) => sum + line[at]!, 0));
