// The column that is to say of each row in which file it stands has the name of one that a file has.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

const second = exampleAnswers().replaceAll(/^V/gmu, 'W');

export const appendClash = defineProblem<{ column: string; file: string }>()({
  code: 'SS381',
  name: 'append-clash',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['  missing blank', '  missing blank\n  append "second.csv" as sex']),
    right: exampleStudy(['  missing blank', '  missing blank\n  append "second.csv" as wave']),
    files: { 'survey.csv': exampleAnswers(), 'second.csv': second },
  },
});
