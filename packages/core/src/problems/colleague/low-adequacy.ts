// Correlations hardly worth factoring.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const lowAdequacy = defineProblem<{ index: string; kmo: number }>()({
  code: 'SS603',
  name: 'low-adequacy',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator d on 1..6

index i { of a, d  keep 1  component one "One" marked by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: survey,
  },
});
