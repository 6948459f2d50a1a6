// Missing answers replaced by means, in a regression.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const substitutedPredictors = defineProblem<{ regression: string; filled: number; cases: number }>()({
  code: 'SS611',
  name: 'substituted-predictors',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator gap on 1..6

regression r { explain a  by gap  missing mean }`),
    right: study(`indicator a on 1..6
indicator gap on 1..6

regression r { explain a  by gap }`),
    files: survey,
  },
});
