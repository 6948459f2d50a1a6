// An index that is to be made in two ways at once.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

/** A clause as it is written, `keep 2`, or what else makes it such an index. */
export const twoKindsOfIndex = defineProblem<{ index: string; first: string; second: string; of: 'components' | 'answers' }>()({
  code: 'SS397',
  name: 'two-kinds-of-index',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  score mean }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  score mean }`),
    files: survey,
  },
});
