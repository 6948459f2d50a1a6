// A level that nobody has.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const levelNeverOccurs = defineProblem<{ category: string; level: string; codes: string; column: string }>({
  code: 'SS325',
  name: 'level-never-occurs',
  severity: 'warning',
  title: 'A level that nobody has',
  message: ({ category, level, codes, column }) => `Nobody has ${category}.${level}: ${codes} never occurs in ${column}.`,
  help: () =>
    'Check the code against the questionnaire; if nobody was asked or nobody belongs to it, take the level out or join it to another.',
  explanation: `The level is declared, but no answer has its code. It may be a wrong code. If it is right, the level has nobody in it: it
gets a count of 0, it cannot be compared with others, and no coefficient can be estimated for it in a regression.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['"Female" = 2\n', '"Female" = 2\n  other  "Other"  = 3\n']),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers() },
  },
});
