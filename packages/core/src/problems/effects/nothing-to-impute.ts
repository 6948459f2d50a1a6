// A variable without an answer, whose gaps nothing can fill.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const nothingToImpute = defineProblem<{ regression: string; variable: string; n: number }>()({
  code: 'SS494',
  name: 'nothing-to-impute',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator e on 1..6
number age

regression r { explain a  by e, age  missing multiple 5  where age > 100 or f is 1..6 }
indicator f on 1..6`),
    right: study(`indicator a on 1..6
indicator e on 1..6
number age

regression r { explain a  by e, age  missing multiple 5 }
indicator f on 1..6`),
    files: survey,
  },
});
