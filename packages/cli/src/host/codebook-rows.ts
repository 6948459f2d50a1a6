// A codebook's rows, as `replicate` and `init` take them.
import { readCsvRows } from '@studyspec/core';
import { CallError } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { readText, unreadable } from './files.ts';

export function codebookRows(file: string): string[][] {
  const read = readText(file);
  if ('refusal' in read) throw unreadable(file, read.refusal);
  const rows = readCsvRows(read.content);
  if (rows.length < 2) throw new CallError(said().wrong.noCodebook(file));
  return rows;
}
