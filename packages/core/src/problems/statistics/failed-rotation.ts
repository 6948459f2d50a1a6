// An oblique rotation that does not settle.
import { defineProblem } from '../problem.ts';
import { studyOf, survey } from './example.ts';

export const failedRotation = defineProblem<{ index: string; kept: number }>()({
  code: 'SS472',
  name: 'failed-rotation',
  severity: 'error',
  example: {
    command: 'run',
    wrong: studyOf('a b c d h x', 'index i { of a, b, c, d, h, x  rotate oblimin 0.8  keep 3  weight equal }'),
    right: studyOf('a b c d h', 'index i { of a, b, c, d, h  rotate oblimin  keep 2  weight equal }'),
    files: survey,
  },
});
