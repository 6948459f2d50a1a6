// A reference level that does not exist.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownReference = defineProblem<{ level: string; category: string; levels: readonly string[]; nearest: string | null }>()({
  code: 'SS212',
  name: 'unknown-reference',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`category sex {
  male = 1
  female = 2
  reference men
}`),
    right: spec(`category sex {
  male = 1
  female = 2
  reference male
}`),
    files,
  },
});
