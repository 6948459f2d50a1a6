// A codebook's rows, as `replicate` and `init` take them.
import { readCsvRows } from '@studyspec/core';
import { CallError, FileError } from '../base/exit.ts';
import { readText } from './files.ts';

export function codebookRows(file: string): string[][] {
  const read = readText(file);
  if ('reason' in read) throw new FileError(`"${file}" cannot be read: ${read.reason}.`);
  const rows = readCsvRows(read.content);
  if (rows.length < 2) throw new CallError(`"${file}" is no codebook: it needs a row of heads and a row for each column.`);
  return rows;
}
