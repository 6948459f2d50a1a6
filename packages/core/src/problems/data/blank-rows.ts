// Rows without a single answer at the end of a table, and empty lines, are left out.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const blankRows = defineProblem<{ file: string; first: number; count: number }>()({
  code: 'SS314',
  name: 'blank-rows',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': `${exampleAnswers()},,\n,,\n` },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
