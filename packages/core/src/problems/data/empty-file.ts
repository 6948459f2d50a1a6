// The data file is empty.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const emptyFile = defineProblem<{ file: string }>()({
  code: 'SS302',
  name: 'empty-file',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': '' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
