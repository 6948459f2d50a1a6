// A row has more cells than there are columns.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const longRow = defineProblem<{ file: string; row: number; cells: number; columns: number; count: number }>()({
  code: 'SS309',
  name: 'long-row',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2', 'V05,2,1']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V05,2', 'V05,2']) },
  },
});
