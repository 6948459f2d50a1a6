// A variable that a table of correlations both shows and holds constant; or a table of fewer than two.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const correlatedAndControlled = defineProblem<{ name: string; variable: string | null }>()({
  code: 'SS413',
  name: 'correlated-and-controlled',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study('number a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control b }'),
    right: study('number a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control age }'),
    files: survey,
  },
});
