// Numbers of few distinct values as codes and a table: what every count starts from.

/** Codes of rows: -1 is no answer. */
export type Codes = Int8Array | Int16Array | Int32Array;

/**
 * Numbers of few distinct values: of a row `values[codes[row]]`; code -1, and a value NaN, are missing. Codes are shared between columns
 * that differ by their table only (an indicator recoded, reversed, rescaled shares its file column's codes).
 */
export interface Points {
  readonly codes: Codes;
  readonly values: Float64Array;
}
