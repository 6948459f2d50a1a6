// What is known of a data file without its rows: names, types, values that occur. Checks, completion and hovers read this.
import type { Column, Frame, TextColumn } from './frame.ts';
import { filesIn, type FileIn } from './how-read.ts';
import { isLongInteger, levelNumbers, writeNumber } from './values.ts';

export interface ColumnSchema {
  readonly name: string;
  readonly kind: 'number' | 'text';
  readonly blanks: number;
  /** Cells that are not blank. */
  readonly filled: number;
  /** Values as text with how often each occurs, in order of value (numbers) or first appearance (text); at most 200. */
  readonly distinct: ReadonlyMap<string, number>;
  /** There are more distinct values than `distinct` holds. */
  readonly capped: boolean;
  /** Of a number column with at least one value. */
  readonly min: number | null;
  readonly max: number | null;
  /** Every value of a number column is a whole number. */
  readonly integers: boolean;
}

export interface Schema {
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly ColumnSchema[];
  /** Names of columns that the file has and that were not decoded. */
  readonly others: readonly string[];
  /** What the files say of themselves. */
  readonly files: readonly FileIn[];
}

const DISTINCT_LIMIT = 200;

/**
 * Kept as written because it is a key, or because of how its numbers are written: a person sees numbers. Zeros in front or long numbers
 * make names of them.
 */
function holdsNumbers(column: TextColumn): boolean {
  if (column.levels.length === 0) return false;
  return column.numbers !== undefined
    ? column.numbers.every((value) => value !== null)
    : column.levels.every(
        (level) => !isLongInteger(level) && level.length < 16 && /^[+-]?[\d.]/u.test(level) && writeNumber(Number(level)) === level,
      );
}

export function schemaOf(frame: Frame): Schema {
  const decoded = new Set(frame.columns.map((column) => column.name));
  const others = frame.about?.names.filter((name) => !decoded.has(name)) ?? [];
  return { file: frame.file, rows: frame.rows, columns: frame.columns.map(columnSchema), others, files: filesIn(frame) };
}

function columnSchema(column: Column): ColumnSchema {
  let blanks = 0;
  let capped = false;
  if (column.kind === 'text' && holdsNumbers(column)) {
    const numbers = levelNumbers(column);
    return columnSchema({
      kind: 'number',
      name: column.name,
      values: Float64Array.from(column.codes, (code) => (code < 0 ? NaN : numbers[code]!)),
    });
  }
  if (column.kind === 'text') {
    const counts = new Float64Array(column.levels.length);
    for (const code of column.codes) {
      if (code < 0) blanks++;
      else counts[code]!++;
    }
    const distinct = new Map<string, number>();
    for (const [code, level] of column.levels.entries()) {
      if (counts[code] === 0) continue;
      if (distinct.size === DISTINCT_LIMIT) {
        capped = true;
        break;
      }
      distinct.set(level, counts[code]!);
    }
    return {
      name: column.name,
      kind: 'text',
      blanks,
      filled: column.codes.length - blanks,
      distinct,
      capped,
      min: null,
      max: null,
      integers: false,
    };
  }
  const counts = new Map<number, number>();
  let min = Infinity;
  let max = -Infinity;
  let integers = true;
  for (const value of column.values) {
    if (Number.isNaN(value)) {
      blanks++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    if (integers && !Number.isInteger(value)) integers = false;
    const count = counts.get(value);
    if (count !== undefined) counts.set(value, count + 1);
    else if (counts.size < DISTINCT_LIMIT) counts.set(value, 1);
    else capped = true;
  }
  const filled = column.values.length - blanks;
  const distinct = new Map([...counts].sort((a, b) => a[0] - b[0]).map(([value, count]) => [String(value), count]));
  return {
    name: column.name,
    kind: 'number',
    blanks,
    filled,
    distinct,
    capped,
    min: filled > 0 ? min : null,
    max: filled > 0 ? max : null,
    integers: filled > 0 && integers,
  };
}
