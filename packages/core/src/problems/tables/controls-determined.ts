// What a table of correlations holds constant cannot be taken out of the others.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const controlsDetermined = defineProblem<{ name: string; controls: readonly string[] }>()({
  code: 'SS411',
  name: 'controls-determined',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('number a\nnumber b\nnumber same\n\ncorrelate table1 { of a, b  control same }'),
    right: study('number a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control age }'),
    files: survey,
  },
});
