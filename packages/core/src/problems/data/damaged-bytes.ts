// A few bytes of the data file are no letters.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `row`: below the names, 0 is the row of names; `byte`: from 1; `bytes`: as `E5 A5`; `before`: what stands before it in its row. */
export const damagedBytes = defineProblem<{
  file: string;
  encoding: string;
  row: number;
  byte: number;
  bytes: string;
  before: string;
  rows: number;
}>()({
  code: 'SS319',
  name: 'damaged-bytes',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V03,3,1\n', 'V03,3,\u0000\n']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
