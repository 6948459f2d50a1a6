// An item that everyone answered alike.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const constantItem = defineProblem<{ name: string; items: readonly string[]; n: number }>()({
  code: 'SS503',
  name: 'constant-item',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator same on 1..6

index i { of a, b, same  keep 1  component one "One" marked by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: survey,
  },
});
