// An outcome with more values than thresholds or equations make sense for.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const tooManyValues = defineProblem<{ regression: string; outcome: string; method: string; count: number; most: number }>()({
  code: 'SS439',
  name: 'too-many-values',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number age

regression r { explain age  by a  method ordered }`),
    right: study(`indicator a on 1..6
number age

regression r { explain a  by age  method ordered }`),
    files: survey,
  },
});
