// One respondent sets the end of a 0–100 score.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const endpointByOne = defineProblem<{ score: string; row: number; id: string | null; share: number; end: 'highest' | 'lowest' }>()({
  code: 'SS610',
  name: 'endpoint-by-one',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
number far
number p = far + a
number q = far + b
number r = far + c

index i { of p, q, r  keep 1  component one "One" marked by p }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: survey,
  },
});
