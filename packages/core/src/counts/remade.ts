// Points whose codes are not there as an array until somebody asks for all of them: they are kept two a byte (packed.ts), or are made of
// other columns, as means of items are, of which a study of millions of rows has many. Hardly any step reads them row by row: what a block
// of rows needs is made for that block alone (`codesFrom`), by who works on it.
import { fewParts, inParts, type RowTask } from './crew.ts';
import { kernel, MOST_PLANES, type Kernel } from './planes.ts';
import { halvesFor, MOST_PACKED, pack, packedAt, packing, unpack, type Packed } from './packed.ts';
import { addPairs, codesFor, emptyCodes, recodeTo, tallyTask, type Codes, type Points } from './points.ts';

/** Of fewer rows all codes are kept. Only tests set it. */
export const remaking = { from: 1 << 22 };

/** From each state and each code of a column (from -1 on) to which state: `moves[from * width + code + 1]`. */
export interface Step {
  readonly moves: Int16Array;
  readonly width: number;
}

/** Where states are sums of whole numbers: what each code (from -1 on, sixteen of them) adds. Of these many rows take a step at once. */
export interface Addition {
  readonly adds: Uint8Array;
}

/** How codes are made of others: each row goes step by step to a state, which has a code. Plain data, for threads too. */
export interface Recipe {
  readonly rows: number;
  readonly columns: readonly Source[];
  readonly steps: readonly (Step | Addition)[];
  /** The code of the state that is one less. */
  readonly table: Int32Array;
  readonly levels: number;
}

/** Codes that are there, or that are made. */
export type Source = Codes | Packed | Recipe;

/** Rows that take their steps together: they stay in the processor's nearest cache. */
const BLOCK = 8192;

/** Those of some rows, valid until the next call of the same reader: at most a block of 16,384. */
export function codesFrom(source: Source): (from: number, to: number) => Codes {
  if ('halves' in source) return unpackedFrom(source);
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

function unpackedFrom(source: Packed): (from: number, to: number) => Int8Array {
  let room = new Int8Array(0);
  return (from, to) => {
    if (room.length < to - from) room = new Int8Array(to - from);
    const codes = room.subarray(0, to - from);
    unpack(source, from, codes);
    return codes;
  };
}

/** The states of some rows, of a block at most; written over by the next call. */
function walker(columns: readonly Source[], steps: Recipe['steps']): (from: number, to: number) => Int16Array {
  const readers = columns.map(codesFrom);
  const room = new Int16Array(BLOCK);
  const additions = steps.flatMap((step) => ('adds' in step ? [step.adds] : []));
  return (from, to) => {
    const at = room.subarray(0, to - from).fill(0);
    const blocks = readers.map((read) => read(from, to));
    const bytes = blocks.filter((codes) => codes instanceof Int8Array);
    const engine = additions.length === blocks.length && bytes.length === blocks.length ? kernel() : null;
    if (engine !== null) engine.addUp(bytes, additions, at);
    else for (const [i, codes] of blocks.entries()) goOn(at, codes, steps[i]!);
    return at;
  };
}

function goOn(at: Int16Array, codes: Codes, step: Step | Addition): void {
  if ('adds' in step) {
    for (let row = 0; row < codes.length; row++) at[row] = at[row]! + step.adds[codes[row]! + 1]!;
    return;
  }
  const { moves, width } = step;
  // A function a kind of array: code that reads two kinds is several times slower.
  if (codes instanceof Int8Array) stepBytes(at, codes, moves, width);
  else for (let row = 0; row < codes.length; row++) at[row] = moves[at[row]! * width + codes[row]! + 1]!;
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

/** How often each code of made ones occurs, by code + 1. */
export const madeTallyTask: RowTask<{ readonly source: Packed | Recipe; readonly levels: number }, Int32Array> = {
  name: 'tally of made',
  work: ({ source, levels }, first, end) => {
    const read = codesFrom(source);
    const all = new Int32Array(levels + 1);
    for (let from = first; from < end; from += BLOCK) {
      const codes = read(from, Math.min(end, from + BLOCK));
      const own = tallyTask.work({ codes, levels }, 0, codes.length);
      for (let at = 0; at < all.length; at++) all[at] = all[at]! + own[at]!;
    }
    return all;
  },
};

/** Bytes of codes that are kept from step to step. */
const MOST_HELD = 1 << 24;
const held = new Set<MadeCodes>();

/** Codes that are made when somebody asks for them. Columns that differ by their table only share them. */
export class MadeCodes {
  /** Two a byte, or how they are made of others. */
  readonly kept: Packed | Recipe;
  #tally: Float64Array | null;
  #codes: Codes | null = null;
  #written: WeakRef<Codes> | null = null;
  #read: ((from: number, to: number) => Codes) | null = null;
  constructor(kept: Packed | Recipe, tally: Float64Array | null = null) {
    this.kept = kept;
    this.#tally = tally;
  }
  get rows(): number {
    return this.kept.rows;
  }
  get isPacked(): boolean {
    return 'halves' in this.kept;
  }
  /** How often each code occurs, and last how many rows have none. */
  get tally(): Float64Array {
    if (this.#tally !== null) return this.#tally;
    const { rows, levels } = this.kept;
    const counts = new Float64Array(levels + 1);
    const take = (table: Int32Array): void => {
      for (let code = 0; code < levels; code++) counts[code]! += table[code + 1]!;
      counts[levels]! += table[0]!;
    };
    inParts(madeTallyTask, { source: this.kept, levels }, rows, take, fewParts(rows));
    this.#tally = counts;
    return counts;
  }
  /** Of all rows. */
  get codes(): Codes {
    if (this.#codes !== null) return this.#codes;
    const { kept } = this;
    // Room that is not shared is let go of when it is not needed any more: what is packed is written out in exceptions only.
    const codes = 'halves' in kept ? new Int8Array(kept.rows) : emptyCodes(kept.rows, kept.levels);
    if ('halves' in kept) unpack(kept, 0, codes as Int8Array);
    else inParts(codesTask, kept, kept.rows, (part, from) => codes.set(part, from));
    this.#codes = codes;
    held.add(this);
    return codes;
  }
  /** The codes that are there, or what they are made of. */
  get source(): Source {
    return 'halves' in this.kept ? this.kept : (this.#codes ?? this.kept);
  }
  /** Those of some rows, of a block of 16,384 at most, valid until the next call. */
  block(from: number, to: number): Codes {
    this.#read ??= codesFrom(this.kept);
    return this.#read(from, to);
  }
  /** That of a row. */
  at(row: number): number {
    return 'halves' in this.kept ? packedAt(this.kept, row) : this.codes[row]!;
  }
  /** The codes of all rows, a byte each, for who keeps them and for tasks; there as long as somebody holds them. */
  written(): Codes {
    const known = this.#written?.deref();
    if (known !== undefined) return known;
    const { kept } = this;
    if (!('halves' in kept)) return this.codes;
    const codes = codesFor(kept.rows, kept.levels) as Int8Array;
    unpack(kept, 0, codes);
    this.#written = new WeakRef(codes);
    return codes;
  }
  get bytes(): number {
    return this.#codes?.byteLength ?? 0;
  }
  letGo(): void {
    this.#codes = null;
    held.delete(this);
  }
}

export class RemadePoints implements Points {
  readonly values: Float64Array;
  readonly made: MadeCodes;
  constructor(made: MadeCodes, values: Float64Array) {
    this.made = made;
    this.values = values;
  }
  get rows(): number {
    return this.made.rows;
  }
  get codes(): Codes {
    return this.made.codes;
  }
  /** The table may have values for which there is no code. */
  get tally(): Float64Array {
    const own = this.made.tally;
    const more = this.values.length + 1 - own.length;
    return more <= 0 ? own : Float64Array.of(...own.subarray(0, -1), ...new Float64Array(more), own.at(-1)!);
  }
  get bytes(): number {
    return this.made.bytes;
  }
}

/** The same, two codes a byte where they are many, and few enough. */
export function packedPoints(points: Points): Points {
  if (points instanceof RemadePoints) return points;
  const { codes, values } = points;
  if (!(codes instanceof Int8Array) || codes.length < packing.from || values.length > MOST_PACKED) return points;
  const halves = halvesFor(codes.length);
  pack(halves, codes, 0);
  return new RemadePoints(new MadeCodes({ halves, rows: codes.length, levels: values.length }), values);
}

/** The same rows with other values. */
export const retabled = (points: Points, values: Float64Array): Points =>
  points instanceof RemadePoints ? new RemadePoints(points.made, values) : { codes: points.codes, values };

/** The code of a row, without making those of all. */
export const codeAt = (points: Points, row: number): number => (points instanceof RemadePoints ? points.made.at(row) : points.codes[row]!);

/** For whoever reads in blocks: not all codes need be there at once. */
export const sourceOf = (points: Points): Source => (points instanceof RemadePoints ? points.made.source : points.codes);

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
  inParts(pairsWithTask, { of: points.made.source, width, columns }, points.rows, take, fewParts(points.rows));
  return new Map(columns.map(({ codes }, at) => [codes, tables[at]!]));
}

/** Between two steps: codes of so many rows that nobody can keep them all are made again for whoever asks next. */
export function letGoOfRemade(most = MOST_HELD): void {
  let bytes = 0;
  for (const one of held) bytes += one.bytes;
  if (bytes > most) for (const one of held) one.letGo();
}
