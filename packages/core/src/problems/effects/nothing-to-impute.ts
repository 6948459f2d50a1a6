// A variable without an answer, whose gaps nothing can fill.
import { defineProblem } from '../problem.ts';
import { studyOf, survey } from '../statistics/example.ts';

export const nothingToImpute = defineProblem<{ regression: string; variable: string; n: number }>()({
  code: 'SS494',
  name: 'nothing-to-impute',
  severity: 'error',
  example: {
    command: 'run',
    wrong: studyOf('a e f', 'number age\n\nregression r { explain e  by a, age  missing multiple 5  where f is 1..6 }'),
    right: studyOf('a e f', 'number age\n\nregression r { explain e  by a, age  missing multiple 5 }'),
    files: survey,
  },
});
