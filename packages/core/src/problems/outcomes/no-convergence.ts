// A likelihood whose maximum was not found.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const noConvergence = defineProblem<{ regression: string; outcome: string; method: string }>()({
  code: 'SS431',
  name: 'no-convergence',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`number age
number twice = 2 * age

regression r { explain twice  by age  method tobit 40.. }`),
    right: study(`number age
indicator a on 1..6

regression r { explain age  by a  method tobit 18.. }`),
    files: survey,
  },
});
