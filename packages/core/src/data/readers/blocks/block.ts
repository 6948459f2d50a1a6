// What a block of a CSV file is asked for and what it holds, and how cells are told apart by their bytes. Scanning one is scan-block.ts.
import { isLongInteger, plainNumberOf } from '../../values.ts';
import type { Fault } from '../csv-scan.ts';
import { decodeCell } from '../text-builder.ts';

/** What is asked of a block. */
export interface BlockLayout {
  readonly delimiter: number;
  /** Of each column, as csv-scan.ts has them. */
  readonly kinds: readonly number[];
  /** A column of more distinct numbers is read as numbers. */
  readonly most: number;
  /** Texts of which there are a quarter as many, as good as one a row, are listed. */
  readonly many: number;
  /** Columns that are so from the start, because an earlier block's were. */
  readonly floats: ReadonlySet<number>;
}

/** What a cell reads as; `null` is no number, NaN is blank. */
export function cellNumber(bytes: Uint8Array, from: number, to: number): number | null {
  const cell = decodeCell(bytes, from, to).trim();
  return cell === '' ? NaN : isLongInteger(cell) ? null : plainNumberOf(cell);
}

export type BlockFaults = Partial<Record<'short' | 'long' | 'stray' | 'unclosed', Fault>>;

/** What a block holds: typed arrays only, so that a thread can hand it over. Records are counted from 1 within the block. */
export interface Block {
  readonly rows: number;
  readonly records: number;
  /** Where the record after the last one begins. */
  readonly next: number;
  /** Records without an answer, in order: twice the record's number, and one more where it is an empty line, which is no row. */
  readonly unfilled: Int32Array;
  readonly faults: BlockFaults;
  readonly columns: readonly BlockColumn[];
  /** The distinct cells of all columns, in the order in which they first stand. */
  readonly cells: Cells;
}

export type BlockColumn =
  /** Of each row 0 for a blank cell, else the cell: the column's own are counted from 1. */
  | { readonly is: 'coded'; readonly codes: Uint8Array | Int32Array }
  /** Texts of which hardly any stands twice: each filled row has a cell of its own, counted from 1, and none was looked up. */
  | { readonly is: 'listed'; readonly codes: Int32Array; readonly cells: CellBytes }
  /** More distinct numbers than are worth a code. */
  | { readonly is: 'numbers'; readonly values: Float64Array }
  /** Many numbers, and then something else. */
  | { readonly is: 'mixed' }
  | { readonly is: 'skipped' };

/** Cells one behind another. */
export interface CellBytes {
  readonly hashes: Int32Array;
  /** Where the bytes of each begin; one more entry says where the last ends. */
  readonly starts: Int32Array;
  readonly bytes: Uint8Array;
}

export interface Cells extends CellBytes {
  /** Column of each. */
  readonly columns: Int32Array;
  /** What each reads as where its column is read as numbers; NaN: blank. */
  readonly numbers: Float64Array;
  /** 1 where it is no number. */
  readonly texts: Uint8Array;
}

/** Of a cell of at most eight bytes. */
export function hashOf(low: number, high: number, column: number): number {
  const hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(column + 1, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}

/** FNV-1a of all bytes. */
export function longHash(bytes: Uint8Array, from: number, to: number, column: number): number {
  let hash = 0x811c9dc5 ^ column;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Of any cell, as a block has it. */
export function cellHash(bytes: Uint8Array, from: number, to: number, column: number): number {
  if (to - from > 8) return longHash(bytes, from, to, column);
  let low = 0;
  let high = 0;
  for (let at = from; at < to; at++) {
    high = (high << 8) | (low >>> 24);
    low = (low << 8) | bytes[at]!;
  }
  return hashOf(low, high, column);
}

export function sameBytes(pool: Uint8Array, start: number, bytes: Uint8Array, from: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (pool[start + at] !== bytes[from + at]) return false;
  return true;
}

export function enlarged<A extends Uint8Array | Int32Array | Float64Array>(array: A, size: number, Made: new (size: number) => A): A {
  const larger = new Made(size);
  larger.set(array as never);
  return larger;
}
