// Common factors that take an item's whole variance.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const edgeFactors = defineProblem<{ index: string; items: readonly string[] }>()({
  code: 'SS473',
  name: 'edge-factors',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6
indicator h on 1..6

index i { of a, b, c, d, h  extract ml  keep 2  weight equal }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6
indicator h on 1..6

index i { of a, b, c, d, h  extract components  keep 2  weight equal }`),
    files: { 'survey.csv': csv() },
  },
});
