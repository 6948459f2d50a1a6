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
export type DataFileKind = 'sav' | 'dta' | 'xlsx' | 'parquet' | 'duckdb';

/** What is wrong with such a file. */
export type FileFault = 'cut off' | 'more than it holds' | 'packed' | 'unknown' | 'untrue';

/** Why a file cannot be read as a manuscript of Word. */
export type WordRefusal = 'old' | 'encrypted' | 'cut off' | 'damaged' | 'too much' | 'other' | 'strict';

/** A part of a Word file that holds text. */
export type WordPartKind = 'document' | 'header' | 'footer' | 'footnotes' | 'endnotes';

/** Why a file was not read or written: what the system says of it. */
export type FileRefusal =
  | { readonly is: 'missing' | 'folder' | 'no folder' | 'forbidden' | 'in use' | 'full disk' | 'read-only disk' | 'long name' | 'circle' }
  | {
      readonly is:
        | 'changed'
        | 'too large to write'
        | 'quota'
        | 'disk error'
        | 'too large'
        | 'device'
        | 'special'
        | 'no text'
        | 'unwritten pipe';
    }
  | { readonly is: 'silent pipe'; readonly seconds: number }
  | { readonly is: 'large pipe'; readonly mebibytes: number }
  /** As the system words it. */
  | { readonly is: 'other'; readonly text: string };

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
