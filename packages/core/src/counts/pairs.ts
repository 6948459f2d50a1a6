// Pairs of codes counted row by row: what takes the place of bit planes where columns have many levels or there is no kernel.
import type { MadeCodes } from './remade.ts';
import type { Codes } from './points.ts';

/** A column of codes 0 … levels − 1; any other code is no answer. */
export interface CodedColumn {
  readonly codes: Codes;
  readonly levels: number;
  /** Whose codes they are, where these are made when somebody asks for them. */
  readonly made?: MadeCodes;
}

/** Codes are not made before somebody reads them all. */
export const codedOf = (made: MadeCodes, levels: number): CodedColumn => ({
  get codes() {
    return made.codes;
  },
  levels,
  made,
});

/**
 * Writes the codes of the rows from `from` to below `to` to `out`, one kind of array for all, and `levels` for a row without an answer or
 * not let in.
 */
export function evenCodes(column: CodedColumn, mask: Uint8Array | null, [from, to]: readonly [number, number], out: Int32Array): void {
  const { levels } = column;
  const codes = blockOf(column, from, to);
  // An array is read by the same instructions as long as it is of one kind.
  if (codes instanceof Int8Array) evenBytes(codes, levels, out);
  else for (let row = 0; row < codes.length; row++) out[row] = codes[row]! >= 0 && codes[row]! < levels ? codes[row]! : levels;
  if (mask !== null) for (let row = from; row < to; row++) if (mask[row] !== 1) out[row - from] = levels;
}

function evenBytes(codes: Int8Array, levels: number, out: Int32Array): void {
  for (let row = 0; row < codes.length; row++) out[row] = codes[row]! >= 0 && codes[row]! < levels ? codes[row]! : levels;
}

/** Those of some rows, of a block at most, valid until the same column's next. */
export const blockOf = (column: CodedColumn, from: number, to: number): Codes =>
  column.made?.block(from, to) ?? column.codes.subarray(from, to);

/** Adds one to `table`, row-major of `width` columns, for each of the first `rows` rows: at row a, column b. */
export function countPairs(a: Int32Array, b: Int32Array, width: number, rows: number, table: Int32Array): void {
  for (let row = 0; row < rows; row++) {
    const at = a[row]! * width + b[row]!;
    table[at] = table[at]! + 1;
  }
}
