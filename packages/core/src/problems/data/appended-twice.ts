// A file that is to stand below itself.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const appendedTwice = defineProblem<{ file: string }>()({
  code: 'SS384',
  name: 'appended-twice',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['  missing blank', '  missing blank\n  append "survey.csv" as wave']),
    right: exampleStudy(['  missing blank', '  missing blank\n  append "second.csv" as wave']),
    files: { 'survey.csv': exampleAnswers(), 'second.csv': exampleAnswers().replaceAll(/^V/gmu, 'W') },
  },
});
