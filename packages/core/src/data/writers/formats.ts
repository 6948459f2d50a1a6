// The formats that tables of respondents are written in, an entry each. How each is written is its own file.
import { writeCsv } from './csv.ts';
import { writeDta } from './dta.ts';
import { writeSav } from './sav.ts';
import type { OutTable, Written } from './table.ts';

export interface Writer {
  readonly write: (table: OutTable) => Written;
}

export type WrittenFormat = 'csv' | 'sav' | 'dta';

/** By the ending of the file's name. */
export const writers: Readonly<Record<WrittenFormat, Writer>> = {
  csv: { write: writeCsv },
  sav: { write: writeSav },
  dta: { write: writeDta },
};

export const writtenFormat = (ending: string): WrittenFormat | undefined =>
  Object.hasOwn(writers, ending) ? (ending as WrittenFormat) : undefined;
