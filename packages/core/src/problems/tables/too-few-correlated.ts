// Too few cases for a correlation with a p-value.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const tooFewCorrelated = defineProblem<{ name: string; n: number; least: number }>()({
  code: 'SS412',
  name: 'too-few-correlated',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('number a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  where age < 20 }'),
    right: study('number a\nnumber b\nnumber age\n\ncorrelate table1 { of a, b  where age < 60 }'),
    files: survey,
  },
});
