// Counts that are no counts.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const notACount = defineProblem<{ regression: string; outcome: string; value: number }>()({
  code: 'SS432',
  name: 'not-a-count',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number age
number share = age / 7

regression r { explain share  by a  method poisson }`),
    right: study(`indicator a on 1..6
number age

regression r { explain age  by a  method poisson }`),
    files: survey,
  },
});
