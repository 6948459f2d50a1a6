// Rows that are alike in several columns of few values: each of them once, with how often it occurs. What is a sum over cases of something
// that depends on these columns alone has as many terms as there are such patterns, however many rows there are.
import { codesFor, isPoints, pointsOf, type Codes, type Values } from './points.ts';

export interface Patterns {
  /** A number a pattern, of each column. Patterns ascend by the first column, then the second …, whatever the order of the rows. */
  readonly columns: readonly Float64Array[];
  /** Rows of each pattern. */
  readonly times: Int32Array;
  /** The pattern of each row. */
  readonly of: Codes;
}

/** Fewer rows a pattern than these are no gain over the rows themselves. */
const LEAST_ALIKE = 4;
/** Patterns times values of the next column that are looked up in one table: 32 MB. */
const MOST_PAIRS = 1 << 23;

/** Of columns without a missing number; null where a column has too many values, or hardly any rows are alike. */
export function patternsOf(columns: readonly Values[]): Patterns | null {
  const [first] = columns;
  if (first === undefined) return null;
  const rows = isPoints(first) ? first.codes.length : first.length;
  const of = new Int32Array(rows);
  const found: Step[] = [];
  let count = 1;
  for (const column of columns) {
    const points = isPoints(column) ? column : pointsOf(column);
    if (points === null) return null;
    const { codes, values } = points;
    const width = values.length;
    if (count * width > MOST_PAIRS) return null;
    const table = new Int32Array(count * width);
    for (let row = 0; row < rows; row++) table[of[row]! * width + codes[row]!] = 1;
    const order = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
    const [befores, numbers]: [number[], number[]] = [[], []];
    for (let before = 0; before < count; before++)
      for (const code of order) {
        const at = before * width + code;
        if (table[at] === 0) continue;
        table[at] = befores.length;
        befores.push(before);
        numbers.push(values[code]!);
      }
    if (befores.length * LEAST_ALIKE > rows) return null;
    for (let row = 0; row < rows; row++) of[row] = table[of[row]! * width + codes[row]!]!;
    found.push({ befores, values: numbers });
    count = befores.length;
  }
  const times = new Int32Array(count);
  const codes = codesFor(rows, count);
  for (let row = 0; row < rows; row++) {
    const own = of[row]!;
    codes[row] = own;
    times[own] = times[own]! + 1;
  }
  return { columns: columnsOf(found, count), times, of: codes };
}

/** Of each pattern of the columns up to one: that of the columns before it, and the number that it has in this one. */
interface Step {
  readonly befores: readonly number[];
  readonly values: readonly number[];
}

/** The numbers of each pattern, from the last column back to the first. */
function columnsOf(found: readonly Step[], count: number): readonly Float64Array[] {
  const at = Int32Array.from({ length: count }, (_, pattern) => pattern);
  const columns: Float64Array[] = [];
  for (const { befores, values } of [...found].reverse()) {
    columns.unshift(Float64Array.from(at, (one) => values[one]!));
    for (const [pattern, one] of at.entries()) at[pattern] = befores[one]!;
  }
  return columns;
}
