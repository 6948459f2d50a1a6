// Parts of sentences about data as facts, a union each. The words of every member are in words/en/data-phrases.ts.

/** A format that is no table of answers. */
export type OtherFormat =
  | 'binary'
  | 'opendocument'
  | 'xlsx'
  | 'zip'
  | 'office'
  | 'spss'
  | 'stata'
  | 'pdf'
  | 'parquet'
  | 'sqlite'
  | 'gzip'
  | 'html'
  | 'xml';

/** A file of another program that can be read. */
export type DataFileKind = 'sav' | 'dta' | 'xlsx' | 'parquet';

/** What is wrong with such a file. */
export type FileFault = 'cut off' | 'more than it holds' | 'packed' | 'unknown' | 'untrue';

/** What speaks for one way to read a number. */
export type NumberWitness = 'comma cells' | 'semicolon cells' | 'points only' | 'decimal commas';

/** How the numbers of a column are written. */
export type ReadingWay =
  | { readonly is: 'decimal commas' | 'commas' | 'points' | 'blanks' | 'apostrophes' | 'full width' | 'percent' | 'per mille' }
  | { readonly is: 'unit'; readonly unit: string };

/** A level with its codes as the spec writes them: `2..6`. */
export interface CodedLevel {
  readonly name: string;
  readonly codes: string;
}
