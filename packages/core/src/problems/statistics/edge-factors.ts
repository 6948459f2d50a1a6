// Common factors that take an item's whole variance.
import { defineProblem } from '../problem.ts';
import { studyOf, survey } from './example.ts';

export const edgeFactors = defineProblem<{ index: string; items: readonly string[] }>()({
  code: 'SS473',
  name: 'edge-factors',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: studyOf('a b c d h', 'index i { of a, b, c, d, h  extract ml  keep 2  weight equal }'),
    right: studyOf('a b c d h', 'index i { of a, b, c, d, h  extract components  keep 2  weight equal }'),
    files: survey,
  },
});
