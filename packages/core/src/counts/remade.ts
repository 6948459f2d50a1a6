// Points whose codes are made of other columns when somebody asks for them: means of items, of which a study of millions of rows has many,
// and which hardly any step reads row by row. What a block of rows needs is made for that block alone (`codesFrom`), by who works on it.
import { sum } from '../numerics/sums.ts';
import { fewParts, inParts, type RowTask } from './crew.ts';
import { kernel, MOST_PLANES, type Kernel } from './planes.ts';
import { addPairs, emptyCodes, recodeTo, type Codes, type Points } from './points.ts';

/** Of fewer rows all codes are kept. Only tests set it. */
export const remaking = { from: 1 << 22 };

/** From each state and each code of a column (from -1 on) to which state: `moves[from * width + code + 1]`. */
export interface Step {
  readonly moves: Int16Array;
  readonly width: number;
}

/** How codes are made of others: each row goes step by step to a state, which has a code. Plain data, for threads too. */
export interface Recipe {
  readonly rows: number;
  readonly columns: readonly Source[];
  readonly steps: readonly Step[];
  /** The code of the state that is one less. */
  readonly table: Int32Array;
  readonly levels: number;
}

/** Codes that are there, or that are made. */
export type Source = Codes | Recipe;

/** Rows that take their steps together: they stay in the processor's nearest cache. */
const BLOCK = 8192;

/** Those of some rows, valid until the next call of the same reader: at most a block of 16,384. */
export function codesFrom(source: Source): (from: number, to: number) => Codes {
  if (!('steps' in source)) return (from, to) => source.subarray(from, to);
  const walk = walker(source.columns, source.steps);
  let room = emptyCodes(0, source.levels);
  return (begin, end) => {
    if (room.length < end - begin) room = emptyCodes(end - begin, source.levels);
    const codes = room.subarray(0, end - begin);
    for (let from = begin; from < end; from += BLOCK) {
      const to = Math.min(end, from + BLOCK);
      recodeTo(codes.subarray(from - begin, to - begin), walk(from, to), source.table);
    }
    return codes;
  };
}

/** The states of some rows, of a block at most; written over by the next call. */
function walker(columns: readonly Source[], steps: readonly Step[]): (from: number, to: number) => Int16Array {
  const readers = columns.map(codesFrom);
  const room = new Int16Array(BLOCK);
  return (from, to) => {
    const at = room.subarray(0, to - from).fill(0);
    for (const [i, read] of readers.entries()) {
      const { moves, width } = steps[i]!;
      const codes = read(from, to);
      // A function a kind of array: code that reads two kinds is several times slower.
      if (codes instanceof Int8Array) stepBytes(at, codes, moves, width);
      else for (let row = 0; row < codes.length; row++) at[row] = moves[at[row]! * width + codes[row]! + 1]!;
    }
    return at;
  };
}

function stepBytes(at: Int16Array, codes: Int8Array, moves: Int16Array, width: number): void {
  for (let row = 0; row < codes.length; row++) at[row] = moves[at[row]! * width + codes[row]! + 1]!;
}

interface Walk extends Pick<Recipe, 'columns' | 'steps'> {
  /** How many there are at last. */
  readonly states: number;
  /** Where each row comes to is given too. */
  readonly keeps: boolean;
}

/** How many rows come to each state. */
export const walkTask: RowTask<Walk, { readonly at: Int16Array | null; readonly times: Int32Array }> = {
  name: 'walk',
  work: ({ columns, steps, states, keeps }, first, end) => {
    const all = keeps ? new Int16Array(end - first) : null;
    const times = new Int32Array(states);
    const walk = walker(columns, steps);
    for (let from = first; from < end; from += BLOCK) {
      const at = walk(from, Math.min(end, from + BLOCK));
      for (let row = 0; row < at.length; row++) times[at[row]!]!++;
      all?.set(at, from - first);
    }
    return { at: all, times };
  },
};

export const codesTask: RowTask<Recipe, Codes> = {
  name: 'codes',
  work: (recipe, from, to) => codesFrom(recipe)(from, to),
};

/** Bytes of codes that are kept from step to step. */
const MOST_HELD = 1 << 24;
const held = new Set<RemadePoints>();

export class RemadePoints implements Points {
  readonly rows: number;
  readonly values: Float64Array;
  readonly tally: Float64Array;
  readonly #recipe: Recipe;
  #codes: Codes | null = null;
  constructor(recipe: Recipe, values: Float64Array, tally: Float64Array) {
    this.rows = sum(tally);
    this.values = values;
    this.tally = tally;
    this.#recipe = recipe;
  }
  /** Of all rows. */
  get codes(): Codes {
    if (this.#codes !== null) return this.#codes;
    const codes = emptyCodes(this.rows, this.values.length);
    inParts(codesTask, this.#recipe, this.rows, (part, from) => codes.set(part, from));
    this.#codes = codes;
    held.add(this);
    return codes;
  }
  /** The codes that are there, or how they are made. */
  get source(): Source {
    return this.#codes ?? this.#recipe;
  }
  get bytes(): number {
    return this.#codes?.byteLength ?? 0;
  }
  letGo(): void {
    this.#codes = null;
    held.delete(this);
  }
}

/** For whoever reads in blocks: not all codes need be there at once. */
export const sourceOf = (points: Points): Source => (points instanceof RemadePoints ? points.source : points.codes);

interface Pairs {
  readonly of: Source;
  readonly width: number;
  readonly columns: readonly { readonly codes: Codes; readonly levels: number }[];
}

/** Rows of each code of a source and each level of several columns, by code + 1: a table after another. */
export const pairsWithTask: RowTask<Pairs, Int32Array> = {
  name: 'pairs with',
  work: (pairs, first, end) => {
    const { of, width, columns } = pairs;
    const read = codesFrom(of);
    const sizes = columns.map(({ levels }) => (levels + 1) * (width + 1));
    const all = new Int32Array(sizes.reduce((total, size) => total + size, 0));
    const engine = width * columns.length <= MOST_PAIRS && columns.every(({ levels }) => levels <= MOST_PLANES) ? kernel() : null;
    for (let from = first; from < end; from += BLOCK) {
      const to = Math.min(end, from + BLOCK);
      const own = read(from, to);
      if (engine !== null && width <= MOST_PLANES) addByPlanes(engine, pairs, own, from, all);
      else {
        let start = 0;
        for (const [at, { codes }] of columns.entries()) {
          const table = all.subarray(start, (start += sizes[at]!));
          addPairs(codes.subarray(from, to), own, width + 1, table);
        }
      }
    }
    return all;
  },
};

/** Codes times columns: with more of them row by row is faster. */
const MOST_PAIRS = 1024;

/** Adds the pairs of answers of the rows from `from` on; those of missing answers stay 0. */
function addByPlanes(engine: Kernel, { width, columns }: Pairs, own: Codes, from: number, all: Int32Array): void {
  const total = columns.reduce((sum, { levels }) => sum + levels, 0);
  engine.reserve(width + total, width * total);
  engine.begin(null, 0, own.length);
  engine.planes(own, width, 0);
  let plane = width;
  for (const { codes, levels } of columns) {
    engine.planes(codes.subarray(from, from + own.length), levels, plane);
    plane += levels;
  }
  const found = engine.pairs(width, total, 0, width);
  let read = 0;
  let start = 0;
  for (const { levels } of columns) {
    for (let x = 1; x <= levels; x++) {
      let at = start + x * (width + 1) + 1;
      for (let y = 0; y < width; y++, at++, read++) all[at] = all[at]! + found[read]!;
    }
    start += (levels + 1) * (width + 1);
  }
}

/** Rows of each level of each column and each code, a line a level: one look at the rows for all columns. */
export function pairsWith(points: RemadePoints, columns: Pairs['columns']): ReadonlyMap<Codes, Float64Array> {
  const width = points.values.length;
  const tables = columns.map(({ levels }) => new Float64Array(levels * width));
  const take = (all: Int32Array): void => {
    let start = 0;
    for (const [at, { levels }] of columns.entries()) {
      for (let x = 0; x < levels; x++)
        for (let y = 0; y < width; y++) tables[at]![x * width + y]! += all[start + (x + 1) * (width + 1) + y + 1]!;
      start += (levels + 1) * (width + 1);
    }
  };
  inParts(pairsWithTask, { of: points.source, width, columns }, points.rows, take, fewParts(points.rows));
  return new Map(columns.map(({ codes }, at) => [codes, tables[at]!]));
}

/** Between two steps: codes of so many rows that nobody can keep them all are made again for whoever asks next. */
export function letGoOfRemade(most = MOST_HELD): void {
  let bytes = 0;
  for (const one of held) bytes += one.bytes;
  if (bytes > most) for (const one of held) one.letGo();
}
