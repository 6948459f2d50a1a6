// A variable that a table of correlations both shows and holds constant; or a table of fewer than two.
import { defineProblem } from '../problem.ts';

export const correlatedAndControlled = defineProblem<{ name: string; variable: string | null }>()({
  code: 'SS413',
  name: 'correlated-and-controlled',
  severity: 'error',
  example: {
    command: 'check',
    wrong: 'study "Example"\n\ndata "survey.csv"\n\nnumber a\nnumber b\n\ncorrelate table1 { of a, b  control b }\n',
    right: 'study "Example"\n\ndata "survey.csv"\n\nnumber a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control age }\n',
  },
});
