// A data file in memory: typed columns, one value a row. Nothing here knows scales, missing codes or levels;
// that is coding.ts.
import type { ValueSet } from '../contract/variables.ts';
import type { NumberStyle } from './readers/number-style.ts';

interface ColumnBase {
  readonly name: string;
  /**
   * Codes that stand for no answer in the file that this column comes from; without it the data block's hold. A declaration's own replace
   * either.
   */
  readonly missing?: ValueSet;
}

/** Every non-blank cell is a number, plainly written; a blank cell is NaN. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Cells are texts as they stand, stored once each; a blank cell is -1. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  /** How numbers are written in it, where that is not plainly (`3,5`, `1,234`, `４`): set by the reader, by the cells that are numbers. */
  readonly style?: NumberStyle;
  /** With a style: what each level reads as; null where it is no number. */
  readonly numbers?: readonly (number | null)[];
}

export type Column = NumberColumn | TextColumn;

export interface Frame {
  /** As the spec names it. */
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  /**
   * Number of each row in the file, from 1 (the header is not one), where the reader left blank rows out; without it row i has number i +
   * 1.
   */
  readonly rowNumbers?: Int32Array;
}

export function columnOf(frame: Frame, name: string): Column | undefined {
  return frame.columns.find((column) => column.name === name);
}

/** The number of row `index` (from 0) as a person counts it: data rows from 1; in a spreadsheet it stands one lower, under the header. */
export function rowNumber(frame: Frame, index: number): number {
  return frame.rowNumbers?.[index] ?? index + 1;
}
