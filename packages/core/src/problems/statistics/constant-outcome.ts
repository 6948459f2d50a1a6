// An outcome that does not vary.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const constantOutcome = defineProblem<{ regression: string; outcome: string; n: number }>()({
  code: 'SS510',
  name: 'constant-outcome',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator same on 1..6
indicator b on 1..6

regression r { explain same  by b }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: survey,
  },
});
