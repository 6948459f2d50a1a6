// Where counts come from when rows do not: a file of sums, several of them, a database. Which there are, and in which files they stand, is
// core/sums'.
import type { Decimal } from '../numerics/decimals.ts';

/** Which rows are counted: where every condition holds, every column of `complete` has an answer, and the category has the level. */
export interface Mask {
  /** Conditions as JSON, in order. */
  readonly where: readonly string[];
  readonly complete: readonly string[];
  readonly level: { readonly category: string; readonly level: number } | null;
}

export const EVERY: Mask = { where: [], complete: [], level: null };

/** A measure, which is added up and not counted, over some rows: how many have it, Σx, Σx². */
export interface Summed {
  readonly n: number;
  readonly sum: Decimal;
  readonly squares: Decimal;
  /** The least and the largest of them; null where they are not told. */
  readonly ends: { readonly low: number; readonly high: number } | null;
}

/** Counts of the rows of one mask. */
export interface Counted {
  /** Rows let in. */
  readonly n: number;
  /** Of the rows that have an answer, by level of the column. */
  readonly frequencies: (column: string) => Float64Array;
  /** Levels of `a` times levels of `b`, row by row, of the rows that have both answers. */
  readonly pair: (a: string, b: string) => Float64Array;
  /** Of a measure. */
  readonly summed: (measure: string) => Summed;
  /** Of a measure by the levels of a counted column. */
  readonly summedBy: (measure: string, column: string) => readonly Summed[];
  /** Of two measures, over the rows that have both: each of them, and Σxy. */
  readonly summedWith: (a: string, b: string) => { readonly of: readonly [Summed, Summed]; readonly product: Decimal };
}

export interface Source {
  /** Rows of the study, everyone's. */
  readonly rows: number;
  /** Throws `NeedsRows` where these columns were not counted under this mask. */
  readonly counted: (mask: Mask, columns: readonly string[]) => Counted;
  /** What the levels of a column are: its values, ascending; of a category their places. */
  readonly valuesOf: (column: string) => readonly number[];
  /** Each row's mean of the answers that it has among these columns, where it was counted as a column of its own. */
  readonly meanOf: (columns: readonly string[]) => Float64Array | null;
  /** Sums over rows that a later round has told; null: nobody was asked. */
  readonly sumsOf: (form: string) => readonly number[] | null;
  /** The smallest and the largest value of a sum of answers, as a later round found them; null: nobody was asked. */
  readonly rangeOf: (form: string) => { readonly low: number; readonly high: number } | null;
}

/** Rows that both let in; null where no row has both levels. */
export function both(a: Mask, b: Mask): Mask | null {
  if (a.level !== null && b.level !== null && (a.level.category !== b.level.category || a.level.level !== b.level.level)) return null;
  return { where: union(a.where, b.where), complete: union(a.complete, b.complete), level: a.level ?? b.level };
}

/** In the order of code units, so that one mask has one text. */
export const union = (a: Iterable<string>, b: Iterable<string>): string[] => [...new Set([...a, ...b])].sort(byUnits);
const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
