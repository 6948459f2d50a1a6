// A paired comparison, or one against a value, that cannot be tested: no case, one case, or nothing varies.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const notDependent = defineProblem<{ name: string; outcome: string; with: string | null; n: number }>()({
  code: 'SS419',
  name: 'not-dependent',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('number same\n\ncompare k { of same  by none against 3 }'),
    right: study('number age\n\ncompare k { of age  by none against 3 }'),
    files: survey,
  },
});
