// The facts of how files were read, and each column as what: data/how-read.ts finds them, a language's how-read.ts tells them.
import type { Export, Format, Layout } from '../contract/file-facts.ts';
import type { ReadingWay } from '../problems/data-phrases.ts';

/** Clauses that say how a file is to be read. */
export type Shaping = 'encoding' | 'header' | 'decimal' | 'sheet' | 'table';

export interface FileRead {
  readonly file: string;
  /** Of the answers, joined to them, or below them. */
  readonly role: 'answers' | 'joined' | 'appended';
  readonly format: Format;
  readonly version: string;
  readonly encoding: string;
  readonly rows: number;
  readonly columns: number;
  /** So many columns were decoded. */
  readonly decoded: number;
  readonly layout: Layout | null;
  readonly export: Export | null;
  readonly weight: string | null;
  /** What the author states of it; the rest was found, and the clause of that name would change it. */
  readonly stated: readonly Shaping[];
  readonly found: readonly Shaping[];
}

export interface ColumnRead {
  readonly file: string;
  readonly name: string;
  readonly label: string | null;
  /** Names are compared as written; points are numbers on a scale, words its labels; codes are those of levels. */
  readonly as: 'names' | 'points' | 'words' | 'codes' | 'numbers' | 'dates' | 'texts' | 'blank';
  /** How its numbers are written, where that is not plainly. */
  readonly ways: readonly ReadingWay[];
  /** What the study declares of it. */
  readonly variables: readonly string[];
  /** The clause that says so or would change it; null where none does. */
  readonly clause: string | null;
}

export interface DataRead {
  readonly files: readonly FileRead[];
  readonly columns: readonly ColumnRead[];
}
