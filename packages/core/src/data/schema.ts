// What is known of a data file without its rows: names, types, values that occur. Checks, completion and hovers read this.
import { isPoints, rowsOf, tallyOf, type Points, type Values } from '../counts/points.ts';
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
  if (column.kind === 'number') return numberSchema(column.name, column.points ?? column.values);
  const { codes, levels } = column;
  if (holdsNumbers(column)) return numberSchema(column.name, { codes, values: Float64Array.from(levelNumbers(column), (value) => value!) });
  const counts = tallyOf(codes, levels.length);
  const occurring = levels.flatMap((level, code): [string, number][] => (counts[code] === 0 ? [] : [[level, counts[code]!]]));
  return {
    name: column.name,
    kind: 'text',
    blanks: counts[levels.length]!,
    filled: codes.length - counts[levels.length]!,
    distinct: new Map(occurring.slice(0, DISTINCT_LIMIT)),
    capped: occurring.length > DISTINCT_LIMIT,
    min: null,
    max: null,
    integers: false,
  };
}

function numberSchema(name: string, values: Values): ColumnSchema {
  const { counts, capped, filled, min, max, integers } = isPoints(values) ? countedPoints(values) : countedValues(values);
  return {
    name,
    kind: 'number',
    blanks: rowsOf(values) - filled,
    filled,
    distinct: new Map([...counts].sort((a, b) => a[0] - b[0]).map(([value, count]) => [String(value), count])),
    capped,
    min: filled > 0 ? min : null,
    max: filled > 0 ? max : null,
    integers: filled > 0 && integers,
  };
}

interface Counted {
  /** Of the first numbers that occur, as many as are listed. */
  readonly counts: ReadonlyMap<number, number>;
  readonly capped: boolean;
  readonly filled: number;
  readonly min: number;
  readonly max: number;
  readonly integers: boolean;
}

function countedValues(values: Float64Array): Counted {
  const counts = new Map<number, number>();
  let [capped, filled, integers] = [false, 0, true];
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    filled++;
    if (value < min) min = value;
    if (value > max) max = value;
    if (integers && !Number.isInteger(value)) integers = false;
    const count = counts.get(value);
    if (count !== undefined) counts.set(value, count + 1);
    else if (counts.size < DISTINCT_LIMIT) counts.set(value, 1);
    else capped = true;
  }
  return { counts, capped, filled, min, max, integers };
}

function countedPoints({ codes, values }: Points): Counted {
  const tally = tallyOf(codes, values.length);
  const all = new Map<number, number>();
  for (const [code, value] of values.entries())
    if (tally[code]! > 0 && !Number.isNaN(value)) all.set(value, (all.get(value) ?? 0) + tally[code]!);
  const capped = all.size > DISTINCT_LIMIT;
  const counts = new Map<number, number>();
  if (capped) {
    for (let row = 0; counts.size < DISTINCT_LIMIT; row++) {
      const value = values[codes[row]!];
      if (value !== undefined && !Number.isNaN(value)) counts.set(value, all.get(value)!);
    }
  }
  const known = [...all.keys()];
  return {
    counts: capped ? counts : all,
    capped,
    filled: [...all.values()].reduce((total, count) => total + count, 0),
    min: Math.min(...known),
    max: Math.max(...known),
    integers: known.every(Number.isInteger),
  };
}
