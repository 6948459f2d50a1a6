// A predictor that is the same for all cases.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const constantPredictor = defineProblem<{ regression: string; terms: readonly string[] }>()({
  code: 'SS511',
  name: 'constant-predictor',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator same on 1..6

regression r { explain a  by b, same }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: survey,
  },
});
