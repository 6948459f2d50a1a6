// An oblique rotation that does not settle.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const failedRotation = defineProblem<{ index: string; kept: number }>()({
  code: 'SS472',
  name: 'failed-rotation',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6
indicator h on 1..6
indicator x on 1..6

index i { of a, b, c, d, h, x  rotate oblimin 0.8  keep 3  weight equal }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6
indicator h on 1..6

index i { of a, b, c, d, h  rotate oblimin  keep 2  weight equal }`),
    files: { 'survey.csv': csv() },
  },
});
