// A table on its way into a file: columns with labels, codes for no answer and level of measurement, in words that every format can hold
// or say that it cannot. How a format writes it is its own file; what stands in it is the caller's.

import type { Texts } from '../texts.ts';

export interface PointLabel {
  readonly value: number;
  readonly label: string;
}

/** A code that stood for no answer. */
export interface MissingCode {
  /** As it stood: `-8`, or Stata's `.a`. */
  readonly text: string;
  /** Null for Stata's. */
  readonly value: number | null;
  /** Its words, where there are any. */
  readonly label: string;
}

interface OutBase {
  readonly name: string;
  readonly label: string;
  readonly measure: 'nominal' | 'ordinal' | 'scale';
}

export interface OutNumber extends OutBase {
  readonly kind: 'number';
  /** One a row; NaN where there is none. */
  readonly values: Float64Array;
  /** Digits behind the point that programs show; the value itself is whole. */
  readonly decimals: number;
  readonly labels: readonly PointLabel[];
  readonly missing: readonly MissingCode[];
  /** Per row, which of `missing` stood there, from 1; 0: none of them. Without it none anywhere. */
  readonly gone?: Uint8Array;
  /** What a text table has instead of the codes: the names of the levels, by their codes. */
  readonly names?: ReadonlyMap<number, string>;
}

export interface OutText extends OutBase {
  readonly kind: 'text';
  /** One a row; '' where there is none. */
  readonly values: Texts;
}

export type OutColumn = OutNumber | OutText;

export interface OutTable {
  readonly title: string;
  readonly rows: number;
  readonly columns: readonly OutColumn[];
}

/** What a format could not hold as it was. */
export type WritingNote =
  /** A name that the format does not allow. */
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** Words longer than the format's room. */
  | { readonly kind: 'shortened'; readonly what: 'label' | 'text'; readonly column: string; readonly bytes: number }
  /** Codes for no answer beyond what the format can declare: they are blank. */
  | { readonly kind: 'blanked'; readonly column: string; readonly codes: readonly string[] }
  /** Cells of a text table that a spreadsheet would take for formulas: an apostrophe stands before them. */
  | { readonly kind: 'guarded'; readonly cells: number };

export interface Written {
  readonly bytes: Uint8Array;
  readonly notes: readonly WritingNote[];
}
