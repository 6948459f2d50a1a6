// A variable of a table of correlations that does not vary.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const constantCorrelated = defineProblem<{ name: string; variable: string }>()({
  code: 'SS410',
  name: 'constant-correlated',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study('number a\nnumber b\nnumber same\n\ncorrelate table1 { of a, b, same }'),
    right: study('number a\nnumber b\n\ncorrelate table1 { of a, b }'),
    files: survey,
  },
});
