// Rows without a single answer between others count as cases.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unansweredRows = defineProblem<{ first: number; count: number }>()({
  code: 'SS316',
  name: 'unanswered-rows',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2,1\n', 'V05,2,1\n,,\n']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
