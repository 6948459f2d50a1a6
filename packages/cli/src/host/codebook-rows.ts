// A codebook's rows, as `replicate` and `init` take them.
import { readCsvRows, tellRefusal } from '@studyspec/core';
import { CallError, FileError } from '../base/exit.ts';
import { readText } from './files.ts';

export function codebookRows(file: string): string[][] {
  const read = readText(file);
  if ('refusal' in read) throw new FileError(`"${file}" cannot be read: ${tellRefusal(read.refusal)}.`);
  const rows = readCsvRows(read.content);
  if (rows.length < 2) throw new CallError(`"${file}" is no codebook: it needs a row of heads and a row for each column.`);
  return rows;
}
