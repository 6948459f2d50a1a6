// A level without codes, a category without levels, or a question of several answers without options.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const noCodes = defineProblem<{ name: string; category: string | null; choices?: true }>()({
  code: 'SS213',
  name: 'no-codes',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`category sex`),
    right: spec(`category sex { male = 1  female = 2 }`),
    files,
  },
});
