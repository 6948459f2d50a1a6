// The English of phrases about data that problems have as facts.
import type { DataFileKind, FileRefusal, NumberWitness, OtherFormat, ReadingWay } from '../../problems/data-phrases.ts';
import { say, type Sayings } from '../say.ts';

/** Behind `Row` or `row`: `57 (AS-C-013)`. */
export const rowText = (row: number, id: string | null): string => (id === null ? String(row) : `${row} (${id})`);

const SAVE = 'save as "CSV UTF-8 (comma delimited)" and name that file.';

export const otherFormats: Readonly<Record<OtherFormat, { readonly called: string; readonly help: string }>> = {
  binary: { called: 'not text, but binary data', help: 'Export the data as "CSV UTF-8" from the program that made the file.' },
  opendocument: { called: 'an OpenDocument file', help: `Open it in its program, ${SAVE}` },
  xlsx: { called: 'an Excel workbook', help: `In Excel, ${SAVE}` },
  zip: { called: 'a ZIP archive', help: 'Unpack it and name the CSV file inside.' },
  office: { called: 'an old Excel workbook (.xls) or another Office file', help: `In Excel, ${SAVE}` },
  spss: { called: 'an SPSS data file', help: 'Give it its own name, which ends in .sav.' },
  stata: { called: 'a Stata data file', help: 'Give it its own name, which ends in .dta.' },
  pdf: { called: 'a PDF', help: 'Name the file with the answers, not the printed report.' },
  parquet: { called: 'a Parquet file', help: 'Give it its own name, which ends in .parquet.' },
  sqlite: { called: 'a SQLite database', help: 'Export the table as CSV.' },
  gzip: { called: 'a compressed (gzip) file', help: 'Unpack it and name the file inside.' },
  html: {
    called: 'a web page (HTML)',
    help: 'Some survey platforms call such a file .xls or .csv: open it in Excel and save it as "CSV UTF-8".',
  },
  xml: { called: 'an XML file', help: 'Export the data as "CSV UTF-8".' },
};

/** Parts of a sentence. */
export const fileRefusals: Sayings<FileRefusal> = {
  missing: () => 'there is no such file',
  folder: () => 'it is a folder',
  'no folder': () => 'a part of its path is not a folder',
  forbidden: () => 'this account may not open it',
  changed: () => 'it was changed while it was read; try again when no other program writes to it',
  'in use': () => 'another program holds it open, as Excel does while it shows a file; close it there and try again',
  'full disk': () => 'the disk is full (ENOSPC); make room on it, or write to another one',
  'read-only disk': () => 'the disk may not be written to',
  'long name': () => 'its name is too long',
  circle: () => 'its links lead in a circle',
  'too large to write': () => 'it would be larger than this account may write',
  quota: () => 'this account has no room left on the disk',
  'disk error': () => 'the disk reports an error',
  'too large': () => 'it is larger than 2 GiB',
  device: () => 'it is a device, not a file',
  special: () => 'it is no ordinary file',
  'no text': () => 'it is no text',
  'unwritten pipe': () => 'it is a pipe that nobody writes to',
  'silent pipe': ({ seconds }) => `it is a pipe, and nothing came out of it for ${seconds} seconds`,
  'large pipe': ({ mebibytes }) => `it is a pipe that sent more than ${mebibytes} MiB: save what it sends in a file`,
  other: ({ text }) => text,
};

export const tellRefusal = (refusal: FileRefusal): string => say(fileRefusals, refusal);

export const dataFileKinds: Readonly<Record<DataFileKind, string>> = {
  sav: 'SPSS file',
  dta: 'Stata file',
  xlsx: 'Excel workbook',
  parquet: 'Parquet file',
  duckdb: 'DuckDB file',
};

export const numberWitnesses: Readonly<Record<NumberWitness, string>> = {
  'comma cells': 'the cells are separated by commas',
  'semicolon cells': 'the cells are separated by semicolons',
  'points only': 'no other number of the file has a decimal comma',
  'decimal commas': 'other numbers of the file have decimal commas',
};

export const readingWays: Sayings<ReadingWay> = {
  'decimal commas': () => 'decimal commas',
  commas: () => 'commas between thousands',
  points: () => 'points between thousands',
  blanks: () => 'blanks between thousands',
  apostrophes: () => 'apostrophes between thousands',
  'full width': () => 'full-width digits and signs',
  percent: () => '"%" (divided by 100)',
  'per mille': () => '"‰" (divided by 1000)',
  unit: ({ unit }) => `the unit "${unit}"`,
};
