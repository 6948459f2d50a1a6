// Common factors that there are not, or that do not settle.
import { defineProblem } from '../problem.ts';
import { studyOf, survey } from './example.ts';

export const failedExtraction = defineProblem<{ index: string; kept: number; items: number; none: boolean }>()({
  code: 'SS471',
  name: 'failed-extraction',
  severity: 'error',
  example: {
    command: 'run',
    wrong: studyOf('a b c', 'index i { of a, b, c  extract axis  keep 2  weight equal }'),
    right: studyOf('a b c', 'index i { of a, b, c  extract axis  keep 1  weight equal }'),
    files: survey,
  },
});
