// A data file in memory: typed columns, one value a row. Nothing here knows scales, missing codes or levels;
// that is coding.ts.

/** Every non-blank cell is a number; a blank cell is NaN. */
export interface NumberColumn { readonly kind: 'number'; readonly name: string; readonly values: Float64Array }

/** Cells are texts, stored once each; a blank cell is -1. */
export interface TextColumn { readonly kind: 'text'; readonly name: string; readonly codes: Int32Array; readonly levels: readonly string[] }

export type Column = NumberColumn | TextColumn;

export interface Frame {
  /** As the spec names it. */
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Number of each row in the file, from 1 (the header is not one), where the reader left blank rows out; without it row i has number i + 1. */
  readonly rowNumbers?: Int32Array;
}

export function columnOf(frame: Frame, name: string): Column | undefined {
  return frame.columns.find((column) => column.name === name);
}

/** The number of row `index` (from 0) as a person counts it: data rows from 1; in a spreadsheet it stands one lower, under the header. */
export function rowNumber(frame: Frame, index: number): number {
  return frame.rowNumbers?.[index] ?? index + 1;
}
