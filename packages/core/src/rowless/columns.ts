// Columns without rows: what stands in the place of a typed array where the rows are elsewhere. They may be handed around like any column;
// whoever reads a row of one, and has not been taught to ask for counts, gets `NeedsRows`.
import { NeedsRows } from './needs-rows.ts';
import { EVERY, both, type Mask, type Source } from './source.ts';

/** What a measure adds: factor · (x − pivot) + shift, and 0 where there is no x. */
export interface Slope {
  readonly factor: number;
  readonly pivot: number;
  readonly shift: number;
}

/** It as it is written down. */
export type PlainSlope = readonly [name: string, factor: number, pivot: number, shift: number];

export const plainSlopes = ({ slopes }: Linear): { readonly slopes?: readonly PlainSlope[] } =>
  slopes === undefined || slopes.size === 0
    ? {}
    : { slopes: [...slopes].map(([name, { factor, pivot, shift }]): PlainSlope => [name, factor, pivot, shift]) };

/**
 * A number a row that is a constant plus one summand a counted column, `table[level]`, and 0 where that has no answer; and one summand a
 * measure.
 */
export interface Linear {
  readonly kind: 'linear';
  readonly source: Source;
  /** The rows that have it, besides those that lack an answer in `needs`. */
  readonly within: Mask;
  readonly constant: number;
  readonly parts: ReadonlyMap<string, Float64Array>;
  readonly slopes?: ReadonlyMap<string, Slope>;
  /** Columns without whose answer there is no value. */
  readonly needs: readonly string[];
  /** Its smallest and largest value, where they are known. */
  readonly ends: { readonly low: number; readonly high: number } | null;
  /** It holds the rows of `within` only, not a missing value for each of the others. */
  readonly cut?: boolean;
}

/** The levels of a category, of the rows that a mask lets in. */
export interface Levels {
  readonly kind: 'levels';
  readonly source: Source;
  readonly within: Mask;
  readonly category: string;
}

/** Rows themselves: a mask, or the list of those that it lets in. */
export interface Rows {
  readonly kind: 'rows';
  readonly source: Source;
  readonly within: Mask;
}

type Known = Linear | Levels | Rows;
const known = new WeakMap<object, Known>();

/** What a column stands for; null for one that has its rows. */
export function linearOf(column: object): Linear | null {
  const found = known.get(column);
  return found?.kind === 'linear' ? found : null;
}
export function levelsOf(column: object): Levels | null {
  const found = known.get(column);
  return found?.kind === 'levels' ? found : null;
}
export function rowsOf(column: object): Rows | null {
  const found = known.get(column);
  return found?.kind === 'rows' ? found : null;
}

/** Of several columns, where the first has no rows; all of them then have none. */
export function linearsOf(columns: readonly object[]): readonly Linear[] | null {
  if (columns.length === 0 || linearOf(columns[0]!) === null) return null;
  return columns.map((column) => {
    const found = linearOf(column);
    if (found === null) throw new NeedsRows();
    return found;
  });
}

function standIn<T extends object>(base: T, length: () => number, what: Known): T {
  const refuse = (): never => {
    throw new NeedsRows();
  };
  const column = new Proxy(base, {
    get: (_, key) => (key === 'length' ? length() : refuse()),
    set: refuse,
    has: refuse,
    ownKeys: refuse,
    deleteProperty: refuse,
  });
  known.set(column, what);
  return column;
}

export const columnOf = (what: Omit<Linear, 'kind'>): Float64Array =>
  standIn(new Float64Array(0), () => (what.cut === true ? what.source.counted(what.within, []).n : what.source.rows), {
    kind: 'linear',
    ...what,
  });

/** A counted column with a value a level. */
export const valuesOf = (source: Source, name: string, values: Float64Array, within: Mask = EVERY): Float64Array =>
  columnOf({ source, within, constant: 0, parts: new Map([[name, values]]), needs: [name], ends: null });

/** A measure, as it is. */
export const measureOf = (source: Source, name: string): Float64Array =>
  columnOf({
    source,
    within: EVERY,
    constant: 0,
    parts: new Map(),
    slopes: new Map([[name, { factor: 1, pivot: 0, shift: 0 }]]),
    needs: [name],
    ends: null,
  });

export const codesOf = (source: Source, category: string, within: Mask = EVERY): Int32Array =>
  standIn(new Int32Array(0), () => source.rows, { kind: 'levels', source, category, within });

export const maskOf = (source: Source, within: Mask): Uint8Array =>
  standIn(new Uint8Array(0), () => source.rows, { kind: 'rows', source, within });

/** The numbers of the rows that a mask lets in. */
export const listOf = ({ source, within }: Omit<Rows, 'kind'>): Uint32Array =>
  standIn(new Uint32Array(0), () => source.counted(within, []).n, { kind: 'rows', source, within });

/** Rows that both let in; nobody where there are none. */
export function inside(a: Mask, b: Mask): Mask {
  const mask = both(a, b);
  // No row has two levels of one category; nobody asks for it.
  if (mask === null) throw new NeedsRows();
  return mask;
}

export const linearIn = (linear: Linear, mask: Mask): Linear => ({ ...linear, within: inside(linear.within, mask) });

/** The same column, of the rows that a mask lets in; `ends` are then no longer known. `cut`: the others are gone, not missing. */
export const columnIn = (linear: Linear, mask: Mask, cut = false): Float64Array => columnOf({ ...linearIn(linear, mask), ends: null, cut });
