// Correlations that no data can have, or items that repeat each other.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const indefiniteCorrelations = defineProblem<{ index: string; smallest: number; culprits: readonly string[]; pairwise: boolean }>()({
  code: 'SS504',
  name: 'indefinite-correlations',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator copy from a on 1..6

index i { of a, b, c, copy  keep 1  component one "One" marked by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: survey,
  },
});
