// An item that no component holds.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const weakLoadings = defineProblem<{ index: string; items: readonly string[] }>()({
  code: 'SS605',
  name: 'weak-loadings',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator h on 1..6

index i {
  of a, b, c, h
  keep 1
  component one "One" marked by a
}`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: survey,
  },
});
