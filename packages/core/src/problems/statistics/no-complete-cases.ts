// Nobody answered everything that is needed.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const noCompleteCases = defineProblem<{ name: string; policy: string; emptiest: string }>()({
  code: 'SS501',
  name: 'no-complete-cases',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator e on 1..6
indicator f on 1..6

index i { of a, e, f  keep 1  component one "One" marked by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: survey,
  },
});
