// Alpha over cases among whom an item does not vary.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const constantInAlpha = defineProblem<{ name: string; items: readonly string[]; n: number; answered: number }>()({
  code: 'SS513',
  name: 'constant-in-alpha',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study('dimension d on 1..6 { indicator a  indicator b  indicator same }'),
    right: study('dimension d on 1..6 { indicator a  indicator b  indicator c }'),
    files: survey,
  },
});
