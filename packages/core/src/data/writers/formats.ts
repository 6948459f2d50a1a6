// The formats that tables of respondents are written in, an entry each. How each is written is its own file.
import { writeCsv } from './csv.ts';
import { writeDta } from './dta.ts';
import { writeSav } from './sav.ts';
import type { OutTable, Written } from './table.ts';

export interface Writer {
  /** As people call such a file. */
  readonly kind: string;
  readonly write: (table: OutTable) => Written;
}

export type WrittenFormat = 'csv' | 'sav' | 'dta';

/** By the ending of the file's name. */
export const writers: Readonly<Record<WrittenFormat, Writer>> = {
  csv: { kind: 'text table', write: writeCsv },
  sav: { kind: 'SPSS file', write: writeSav },
  dta: { kind: 'Stata file', write: writeDta },
};

export const writtenFormat = (ending: string): WrittenFormat | undefined =>
  Object.hasOwn(writers, ending) ? (ending as WrittenFormat) : undefined;
