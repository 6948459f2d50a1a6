// A level that nobody has.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const levelNeverOccurs = defineProblem<{ category: string; level: string; codes: string; column: string }>()({
  code: 'SS325',
  name: 'level-never-occurs',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(['"Female" = 2\n', '"Female" = 2\n  other  "Other"  = 3\n']),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers() },
  },
});
