// Missing answers replaced by means, in an index.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const substitutedItems = defineProblem<{ name: string; filled: number; cells: number }>()({
  code: 'SS609',
  name: 'substituted-items',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator gap on 1..6

index i { of a, b, gap  missing mean  keep 1  component one "One" marked by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator gap on 1..6

index i { of a, b, gap  keep 1  component one "One" marked by a }`),
    files: survey,
  },
});
