// A row has fewer cells than there are columns.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const shortRow = defineProblem<{ file: string; row: number; cells: number; columns: number; count: number }>()({
  code: 'SS310',
  name: 'short-row',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2,1', 'V05,2']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V05,2,1', 'V05,2,']) },
  },
});
