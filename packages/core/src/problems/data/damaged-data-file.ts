// A data file of another program is cut off, or untrue to what it says of itself.
import type { DataFileKind, FileFault } from '../data-phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/**
 * `fault`: what is wrong with it; `what`: what exactly the reader found, a part of an English sentence for whoever mends programs; `byte`:
 * from 1, null where there is no single place.
 */
export const damagedDataFile = defineProblem<{
  file: string;
  kind: DataFileKind;
  fault: FileFault;
  what: string;
  byte: number | null;
}>()({
  code: 'SS370',
  name: 'damaged-data-file',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.sav']),
    right: exampleStudy(['survey.csv', 'survey.csv']),
    files: { 'survey.sav': '$FL2@(#) SPSS DATA FILE', 'survey.csv': exampleAnswers() },
  },
});
