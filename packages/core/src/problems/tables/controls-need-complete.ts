// Partial correlations of pairs that have different cases.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const controlsNeedComplete = defineProblem<{ name: string }>()({
  code: 'SS414',
  name: 'controls-need-complete',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study('number a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control age  missing pairwise }'),
    right: study('number a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control age  missing listwise }'),
    files: survey,
  },
});
