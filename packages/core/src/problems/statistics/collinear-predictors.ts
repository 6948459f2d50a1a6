// A predictor that others determine.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const collinearPredictors = defineProblem<{ regression: string; term: string; on: readonly string[] }>()({
  code: 'SS509',
  name: 'collinear-predictors',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
number both = b + c

regression r { explain a  by b, c, both }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
number both = b + c

regression r { explain a  by b, c }`),
    files: survey,
  },
});
