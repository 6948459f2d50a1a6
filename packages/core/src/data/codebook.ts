// What a data file says of itself beside its cells: labels, codes for no answer, levels of measurement, weights, sets of answers. Where a
// reader puts them is frame.ts; what a study makes of them is coding.ts.

/** The formats that are read, each by an entry of readers/formats.ts. */
export type Format = 'csv' | 'sav' | 'dta' | 'xlsx' | 'parquet';

/** A code and its words; Stata's extended missing values are the texts `.a` to `.z`. */
export interface ValueLabel {
  readonly value: number | string;
  readonly label: string;
}

/** What the text of a column stands for where it is a moment: ISO 8601, in the file's own clock. */
export type Moment = 'date' | 'datetime' | 'time';

/** Several columns that are the answers to one question. */
export interface MultipleResponseSet {
  /** With the `$` that SPSS has before it. */
  readonly name: string;
  readonly label: string;
  /** A column a choice, where `counted` says that it was chosen; or a column an answer, with the choice as its code. */
  readonly kind: 'dichotomies' | 'categories';
  readonly counted?: number | string;
  readonly columns: readonly string[];
}

/** Survey platforms whose exports are recognised. */
export type Platform = 'Wenjuanxing' | 'Tencent' | 'Qualtrics' | 'Google Forms' | 'KoBo/ODK';

/** What the shape of a platform's export says of its columns. */
export interface Export {
  readonly platform: Platform;
  /** Texts that stand for no answer. */
  readonly notAnswered: readonly string[];
  /** Questions with a column a choice. */
  readonly sets: readonly MultipleResponseSet[];
  /** Columns with several answers in a cell, and what stands between them. */
  readonly several: readonly { readonly column: string; readonly mark: string }[];
  /** Of `sets` those whose answers stand in one column as well. */
  readonly twice: readonly string[];
  /** Columns that are blank throughout. */
  readonly unanswered: readonly string[];
}

/** How a table of texts is laid out. */
export interface Layout {
  /** Between the cells; null in a workbook. */
  readonly separator: ',' | ';' | '\t' | null;
  /** The row of names and the last row of headings, from 1. */
  readonly header: { readonly names: number; readonly last: number };
  readonly decimal: '.' | ',';
  /** Rows below the headings that are no respondents: blank ones, and those that sum up the others. */
  readonly left: { readonly blank: number; readonly sums: number };
}

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
