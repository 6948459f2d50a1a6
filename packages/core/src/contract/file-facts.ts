// What all rooms call the formats of data files, the layout of a table and the shape of a platform's export. Types only; what a reader
// finds beside the cells is data/codebook.ts.

/** The formats that are read, each by an entry of data/readers/formats.ts. */
export type Format = 'csv' | 'sav' | 'dta' | 'xlsx' | 'parquet' | 'duckdb';

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
