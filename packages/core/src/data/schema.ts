// What is known of a data file without its rows: names, types, values that occur. Checks, completion and hovers read this.
import { floatsOf, lengthOf, tallyIn, tallyOf, type Codes, type Points } from '../counts/points.ts';
import type { Column, Frame, TextColumn } from './frame.ts';
import { filesIn, type FileIn } from './how-read.ts';
import { isLongInteger, numberOf, writeNumber } from './values.ts';

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
/** Levels of which more are not counted all at once. */
const MANY = 1 << 16;

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
  const { name } = column;
  if (column.kind === 'number')
    return column.points === undefined ? schemaOfNumbers(name, column.values) : schemaOfPoints(name, column.points);
  const isMany = column.levels.length > MANY;
  if (holdsNumbers(column)) {
    const values = new Float64Array(column.levels.length);
    for (let code = 0; code < values.length; code++) values[code] = column.numbers?.[code] ?? numberOf(column.levels.at(code)!)!;
    return isMany
      ? schemaOfNumbers(name, floatsOf({ codes: column.codes, values }))
      : schemaOfPoints(name, { codes: column.codes, values });
  }
  const { codes, levels } = column;
  const distinct = new Map<string, number>();
  let filled = 0;
  let capped = false;
  // Of many texts no more are counted than are listed.
  for (let from = 0; from < Math.max(1, levels.length) && !capped; from += MANY) {
    const { counts, blanks } = isMany ? tallyBetween(codes, from, from + MANY) : tallied(codes, levels.length);
    filled = codes.length - blanks;
    for (let code = 0; code < Math.min(counts.length, levels.length - from) && !capped; code++) {
      if (counts[code] === 0) continue;
      if (distinct.size === DISTINCT_LIMIT) capped = true;
      else distinct.set(levels.at(from + code)!, counts[code]!);
    }
  }
  return { name, kind: 'text', blanks: codes.length - filled, filled, distinct, capped, min: null, max: null, integers: false };
}

interface Tally {
  readonly counts: Float64Array | Int32Array;
  readonly blanks: number;
}

function tallied(codes: Codes, levels: number): Tally {
  const counts = tallyOf(codes, levels);
  return { counts, blanks: counts[levels]! };
}

/** Of the codes from `from` to `to` (exclusive). */
function tallyBetween(codes: Codes, from: number, to: number): Tally {
  const counts = new Int32Array(to - from);
  let blanks = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) blanks++;
    else if (code >= from && code < to) counts[code - from]!++;
  }
  return { counts, blanks };
}

/** Of few distinct numbers each is looked at once; of more, those that are listed are the first that occur. */
function schemaOfPoints(name: string, points: Points): ColumnSchema {
  const { values } = points;
  const tally = tallyIn(points);
  const counts = new Map<number, number>();
  let filled = 0;
  for (const [code, value] of values.entries()) {
    if (tally[code] === 0 || Number.isNaN(value)) continue;
    counts.set(value, (counts.get(value) ?? 0) + tally[code]!);
    filled += tally[code]!;
    if (counts.size > DISTINCT_LIMIT) return schemaOfNumbers(name, floatsOf(points));
  }
  const among = [...counts.keys()];
  return numberSchema(name, lengthOf(points), filled, {
    counts,
    capped: false,
    min: Math.min(...among),
    max: Math.max(...among),
    integers: among.every(Number.isInteger),
  });
}

function schemaOfNumbers(name: string, values: Float64Array): ColumnSchema {
  const counts = new Map<number, number>();
  let filled = 0;
  let min = Infinity;
  let max = -Infinity;
  let capped = false;
  let integers = true;
  // Those that are listed, once there are more: whatever lies beyond them is none.
  let [low, high] = [-Infinity, Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    filled++;
    if (value < min) min = value;
    if (value > max) max = value;
    if (integers && !Number.isInteger(value)) integers = false;
    if (value < low || value > high) continue;
    const count = counts.get(value);
    if (count !== undefined) counts.set(value, count + 1);
    else if (counts.size < DISTINCT_LIMIT) counts.set(value, 1);
    else if (!capped) {
      capped = true;
      [low, high] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
    }
  }
  return numberSchema(name, values.length, filled, { counts, capped, min, max, integers });
}

interface SeenNumbers {
  readonly counts: ReadonlyMap<number, number>;
  readonly capped: boolean;
  readonly min: number;
  readonly max: number;
  readonly integers: boolean;
}

function numberSchema(name: string, rows: number, filled: number, { counts, capped, min, max, integers }: SeenNumbers): ColumnSchema {
  return {
    name,
    kind: 'number',
    blanks: rows - filled,
    filled,
    distinct: new Map([...counts].sort((a, b) => a[0] - b[0]).map(([value, count]) => [String(value), count])),
    capped,
    min: filled > 0 ? min : null,
    max: filled > 0 ? max : null,
    integers: filled > 0 && integers,
  };
}
