// Common factors that take more than an item's whole variance.
import { defineProblem } from '../problem.ts';
import { studyOf, survey } from './example.ts';

export const improperFactors = defineProblem<{ index: string; items: readonly string[]; kept: number }>()({
  code: 'SS470',
  name: 'improper-factors',
  severity: 'error',
  example: {
    command: 'run',
    wrong: studyOf('a b c d h', 'index i { of a, b, c, d, h  extract axis  keep 2  weight equal }'),
    right: studyOf('a b c d h', 'index i { of a, b, c, d, h  extract components  keep 2  weight equal }'),
    files: survey,
  },
});
