// A spec states another version of the language than the program reads.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const otherLanguage = defineProblem<{ found: number; known: number; file: string }>()({
  code: 'SS273',
  name: 'other-language',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `studyspec 0\n${spec('indicator a on agreement')}`,
    right: `studyspec 1\n${spec('indicator a on agreement')}`,
    files,
  },
});
