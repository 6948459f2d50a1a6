// Partial correlations of pairs that have different cases.
import { defineProblem } from '../problem.ts';

export const controlsNeedComplete = defineProblem<{ name: string }>()({
  code: 'SS414',
  name: 'controls-need-complete',
  severity: 'error',
  example: {
    command: 'check',
    wrong:
      'study "Example"\n\ndata "survey.csv"\n\nnumber a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control age  missing pairwise }\n',
    right:
      'study "Example"\n\ndata "survey.csv"\n\nnumber a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  control age  missing listwise }\n',
  },
});
