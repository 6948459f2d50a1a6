// The data file is not a table of answers.
import type { OtherFormat } from '../data-phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const notATable = defineProblem<{ file: string; format: OtherFormat }>()({
  code: 'SS304',
  name: 'not-a-table',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': '%PDF-1.7 Life in the new village' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
