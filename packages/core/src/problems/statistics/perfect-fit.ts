// A regression that leaves no residual.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const perfectFit = defineProblem<{ regression: string; outcome: string }>()({
  code: 'SS514',
  name: 'perfect-fit',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number twice = 2 * a

regression r { explain twice  by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain b  by a }`),
    files: survey,
  },
});
