// What a data file says of itself beside its cells: labels, codes for no answer, levels of measurement, weights, sets of answers. Where a
// reader puts them is frame.ts; what a study makes of them is coding.ts.
import type { Export, Format, Layout, MultipleResponseSet } from '../contract/file-facts.ts';

export type { Export, Format, Layout, MultipleResponseSet, Platform } from '../contract/file-facts.ts';

/** A code and its words; Stata's extended missing values are the texts `.a` to `.z`. */
export interface ValueLabel {
  readonly value: number | string;
  readonly label: string;
}

/** What the text of a column stands for where it is a moment: ISO 8601, in the file's own clock. */
export type Moment = 'date' | 'datetime' | 'time';

export interface FileFacts {
  readonly format: Format;
  /** Of the format, as people call it: `Stata 118`, `SPSS, zlib`. */
  readonly version: string;
  readonly encoding: string;
  readonly label?: string;
  /** Documents and notes, a line each. */
  readonly notes: readonly string[];
  /** The column that the file weights by; offered, never used unasked. */
  readonly weight?: string;
  readonly multipleResponseSets: readonly MultipleResponseSet[];
  readonly sortedBy?: readonly string[];
  /** Of text tables and of sheets. */
  readonly layout?: Layout;
  /** Of files in the shape of a platform's export. */
  readonly export?: Export;
  /** Every column of the file in its order, those too that were not decoded. */
  readonly names: readonly string[];
}
