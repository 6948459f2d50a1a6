// Numbers of few distinct values, as a code a row and a table: what a large file's answers are kept as.
import { fewParts, inParts, roomFor, type RowTask } from './crew.ts';
import { kernel, type Kernel } from './planes.ts';

/** Of each row; -1 is missing. As narrow as the number of values permits. */
export type Codes = Int8Array | Int16Array | Int32Array;

/**
 * Of a row `values[codes[row]]`; code -1, and a value NaN, are missing. Columns that differ by their table only (an item reversed, brought
 * to another scale) share their codes. Values need be neither ascending nor distinct.
 */
export interface Points {
  readonly codes: Codes;
  readonly values: Float64Array;
  /** How many rows there are, and how often each code occurs, where codes are made when somebody asks for them (remade.ts). */
  readonly rows?: number;
  readonly tally?: Float64Array;
}

/** Numbers a row each, in either form; NaN is missing. */
export type Values = Float64Array | Points;

/** From so many rows on columns of few values are kept as points, and what is linear is computed from counts. Only tests set it. */
export const coding = { from: 8192 };

/** More distinct values than this are no points. */
export const MOST_POINTS = 1024;

export const isPoints = (values: Values): values is Points => !(values instanceof Float64Array);

/** Room for codes of so many rows. */
export const codesFor = (rows: number, levels: number): Codes =>
  levels <= 0x80 ? new Int8Array(roomFor(rows)) : levels <= 0x8000 ? new Int16Array(roomFor(2 * rows)) : new Int32Array(roomFor(4 * rows));

/** Codes of so many rows, all missing, that can hold so many levels. */
export function emptyCodes(rows: number, levels: number): Codes {
  return codesFor(rows, levels).fill(-1);
}

/** How many respondents there are. */
export const lengthOf = (values: Values): number => (isPoints(values) ? (values.rows ?? values.codes.length) : values.length);

export const isCodes = (values: Values | Codes): values is Codes =>
  values instanceof Int8Array || values instanceof Int16Array || values instanceof Int32Array;

/** In how many rows something holds. */
export function countRows(codes: Codes, holds: (code: number, row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (holds(codes[row]!, row)) count++;
  return count;
}

/** Kept as long as somebody else holds them: what is written on rows asks for the same column again and again. */
const floats = new WeakMap<Points, WeakRef<Float64Array>>();

/** A number a row, for what is not written on codes. Nobody may change them. */
export function floatsOf(values: Values): Float64Array {
  if (!isPoints(values)) return values;
  const known = floats.get(values)?.deref();
  if (known !== undefined) return known;
  const { codes, values: table } = values;
  const made = new Float64Array(codes.length);
  for (let row = 0; row < made.length; row++) made[row] = codes[row]! < 0 ? NaN : table[codes[row]!]!;
  floats.set(values, new WeakRef(made));
  return made;
}

/** How often each code occurs, and last how many rows have none. Kept with the codes. */
export function tallyOf(codes: Codes, levels: number): Float64Array {
  const known = tallies.get(codes);
  if (known?.length === levels + 1) return known;
  const counts = new Float64Array(levels + 1);
  const take = (table: Int32Array): void => {
    for (let code = 0; code < levels; code++) counts[code]! += table[code + 1]!;
    counts[levels]! += table[0]!;
  };
  inParts(tallyTask, { codes, levels }, codes.length, take, fewParts(codes.length));
  tallies.set(codes, counts);
  return counts;
}

/** How often each code of points occurs, and last how many rows have none. */
export const tallyIn = (points: Points): Float64Array => points.tally ?? tallyOf(points.codes, points.values.length);
/** How often each code occurs, by code + 1. */
export const tallyTask: RowTask<{ readonly codes: Codes; readonly levels: number }, Int32Array> = {
  name: 'tally',
  work: ({ codes, levels }, from, to) => {
    const part = codes.subarray(from, to);
    const engine = part instanceof Int8Array && levels <= MOST_AT_ONCE ? kernel() : null;
    if (engine !== null) return tallyBy(engine, part as Int8Array, levels);
    const tables = Array.from({ length: 4 }, () => new Int32Array(levels + 1)) as unknown as Parameters<typeof tally>[1];
    // A function a kind of array: code that reads two kinds is several times slower.
    if (part instanceof Int8Array) tallyBytes(part, tables);
    else tally(part, tables);
    return tables[0].map((count, code) => tables.slice(1).reduce((total, table) => total + table[code]!, count));
  },
};

/** More levels are counted faster one by one. */
const MOST_AT_ONCE = 40;

/** A code that is no level has none of the others. */
function tallyBy(engine: Kernel, codes: Int8Array, levels: number): Int32Array {
  const counts = new Int32Array(levels);
  engine.tally(codes, counts);
  return Int32Array.of(
    counts.reduce((left, count) => left - count, codes.length),
    ...counts,
  );
}

/** By code + 1, into four tables in turn: a count that was just written is slow to be read again. */
function tally(codes: Codes, [a, b, c, d]: readonly [Int32Array, Int32Array, Int32Array, Int32Array]): void {
  const whole = codes.length - (codes.length % 4);
  for (let row = 0; row < whole; row += 4) {
    a[codes[row]! + 1]!++;
    b[codes[row + 1]! + 1]!++;
    c[codes[row + 2]! + 1]!++;
    d[codes[row + 3]! + 1]!++;
  }
  for (let row = whole; row < codes.length; row++) a[codes[row]! + 1]!++;
}
function tallyBytes(codes: Int8Array, [a, b, c, d]: readonly [Int32Array, Int32Array, Int32Array, Int32Array]): void {
  const whole = codes.length - (codes.length % 4);
  for (let row = 0; row < whole; row += 4) {
    a[codes[row]! + 1]!++;
    b[codes[row + 1]! + 1]!++;
    c[codes[row + 2]! + 1]!++;
    d[codes[row + 3]! + 1]!++;
  }
  for (let row = whole; row < codes.length; row++) a[codes[row]! + 1]!++;
}

/** Writes what stands in `table` for the code of each row, and in its first place for a row without one. */
export function recodeTo(out: Codes, codes: Codes, table: Int32Array): void {
  if (out instanceof Int8Array && codes instanceof Int8Array) recodeBytes(out, codes, table);
  else if (out instanceof Int8Array && codes instanceof Int16Array) recodeWords(out, codes, table);
  else for (let row = 0; row < out.length; row++) out[row] = table[codes[row]! + 1]!;
}
function recodeBytes(out: Int8Array, codes: Int8Array, table: Int32Array): void {
  const engine = kernel();
  if (engine === null) {
    for (let row = 0; row < out.length; row++) out[row] = table[codes[row]! + 1]!;
    return;
  }
  const bytes = new Uint8Array(codes.buffer, codes.byteOffset, out.length);
  // As a byte without a sign -1 is 255.
  const byByte = new Int8Array(256);
  for (let at = 0; at < table.length; at++) byByte[(at + 255) % 256] = table[at]!;
  engine.recode(bytes, byByte, out, 0);
}
function recodeWords(out: Int8Array, codes: Int16Array, table: Int32Array): void {
  for (let row = 0; row < out.length; row++) out[row] = table[codes[row]! + 1]!;
}
const tallies = new WeakMap<Codes, Float64Array>();

/** The distinct numbers of a table, ascending, and the codes of each: the same whatever order a file's dictionary has. */
function distinctIn(table: Float64Array): { readonly values: Float64Array; readonly codes: readonly (readonly number[])[] } {
  const order = Array.from(table.keys()).filter((code) => !Number.isNaN(table[code]!));
  order.sort((a, b) => table[a]! - table[b]! || a - b);
  const values: number[] = [];
  const codes: number[][] = [];
  for (const code of order) {
    if (values.at(-1) === table[code]!) codes.at(-1)!.push(code);
    else {
      values.push(table[code]!);
      codes.push([code]);
    }
  }
  return { values: Float64Array.from(values), codes };
}

/** Each distinct number with how often it occurs, from how often its codes do. */
export function weightedValues(
  table: Float64Array,
  count: (code: number) => number,
): { readonly values: Float64Array; readonly counts: Float64Array } {
  const { values, codes } = distinctIn(table);
  return { values, counts: Float64Array.from(codes, (own) => own.reduce((total, code) => total + count(code), 0)) };
}

/** Rows of each level of `a` and each of `b`, a line a level of `a`. */
export function pairTable(a: Codes, levels: number, b: Codes, width: number): Float64Array {
  const table = new Float64Array(levels * width);
  const take = (all: Int32Array): void => {
    for (let x = 0; x < levels; x++) for (let y = 0; y < width; y++) table[x * width + y]! += all[(x + 1) * (width + 1) + y + 1]!;
  };
  inParts(pairsTask, { a, levels, b, width }, a.length, take, fewParts(a.length));
  return table;
}

/** Rows of each pair of codes, by code + 1. */
export const pairsTask: RowTask<{ readonly a: Codes; readonly levels: number; readonly b: Codes; readonly width: number }, Int32Array> = {
  name: 'pairs',
  work: ({ a: allA, levels, b: allB, width }, from, to) => {
    const table = new Int32Array((levels + 1) * (width + 1));
    addPairs(allA.subarray(from, to), allB.subarray(from, to), width + 1, table);
    return table;
  },
};

/** Adds rows to those of each pair of codes; `width`: of a line. */
export function addPairs(a: Codes, b: Codes, width: number, table: Int32Array): void {
  if (a instanceof Int8Array && b instanceof Int8Array) pairBytes(a, b, width, table, new Int32Array(table.length));
  else for (let row = 0; row < a.length; row++) table[(a[row]! + 1) * width + b[row]! + 1]!++;
}
/** Into two tables in turn: a count that was just written is slow to be read again. */
function pairBytes(a: Int8Array, b: Int8Array, width: number, all: Int32Array, others: Int32Array): void {
  const whole = a.length - (a.length % 2);
  for (let row = 0; row < whole; row += 2) {
    all[(a[row]! + 1) * width + b[row]! + 1]!++;
    others[(a[row + 1]! + 1) * width + b[row + 1]! + 1]!++;
  }
  for (let row = whole; row < a.length; row++) all[(a[row]! + 1) * width + b[row]! + 1]!++;
  for (let at = 0; at < all.length; at++) all[at] = all[at]! + others[at]!;
}

/** In the form in which a study of so many rows keeps its numbers. */
export const keptAs = (points: Points): Values =>
  lengthOf(points) >= coding.from && points.values.length <= MOST_POINTS ? points : floatsOf(points);

/** The same of numbers that were computed row by row. */
export const keptOf = (values: Float64Array): Values => (values.length < coding.from ? values : (pointsOf(values) ?? values));

/** The same numbers as points with ascending values; null where there are more of them than `most`. */
export function pointsOf(values: Float64Array, most = MOST_POINTS): Points | null {
  const seen = new Map<number, number>();
  const found = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) {
      found[row] = -1;
      continue;
    }
    let code = seen.get(value);
    if (code === undefined) {
      if (seen.size === most) return null;
      code = seen.size;
      seen.set(value, code);
    }
    found[row] = code;
  }
  const table = Float64Array.from(seen.keys()).sort();
  const at = new Int32Array(table.length);
  for (const [code, value] of table.entries()) at[seen.get(value)!] = code;
  const codes = emptyCodes(values.length, table.length);
  for (let row = 0; row < found.length; row++) if (found[row]! >= 0) codes[row] = at[found[row]!]!;
  return { codes, values: table };
}

/** Numbers by name, each in its own form; who asks for floats gets them made. */
export class NumberColumns implements ReadonlyMap<string, Float64Array> {
  readonly #columns: ReadonlyMap<string, Values>;
  constructor(columns: Iterable<readonly [string, Values]>) {
    this.#columns = new Map(columns);
  }
  get size(): number {
    return this.#columns.size;
  }
  /** As it is kept. */
  at(name: string): Values | undefined {
    return this.#columns.get(name);
  }
  /** As they are kept. */
  all(): IterableIterator<[string, Values]> {
    return new Map(this.#columns).entries();
  }
  get(name: string): Float64Array | undefined {
    const found = this.#columns.get(name);
    return found === undefined ? undefined : floatsOf(found);
  }
  has(name: string): boolean {
    return this.#columns.has(name);
  }
  keys(): MapIterator<string> {
    return this.#columns.keys();
  }
  *values(): MapIterator<Float64Array> {
    for (const values of this.#columns.values()) yield floatsOf(values);
  }
  *entries(): MapIterator<[string, Float64Array]> {
    for (const [name, values] of this.#columns) yield [name, floatsOf(values)];
  }
  forEach(each: (values: Float64Array, name: string, all: ReadonlyMap<string, Float64Array>) => void): void {
    for (const [name, values] of this.#columns) each(floatsOf(values), name, this);
  }
  [Symbol.iterator](): MapIterator<[string, Float64Array]> {
    return this.entries();
  }
}

/** A column as it is kept, of numbers by name in either form. */
export const columnAt = (numbers: ReadonlyMap<string, Float64Array>, name: string): Values | undefined =>
  numbers instanceof NumberColumns ? numbers.at(name) : numbers.get(name);

/** Every column as it is kept. */
export const columnsIn = (numbers: ReadonlyMap<string, Float64Array>): Iterable<[string, Values]> =>
  numbers instanceof NumberColumns ? numbers.all() : numbers;
