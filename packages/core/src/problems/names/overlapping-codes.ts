// A code that belongs to two levels.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

/** `partly`: not all of these codes, a range, belong to both. */
export const overlappingCodes = defineProblem<{ category: string; first: string; second: string; codes: string; partly: boolean }>()({
  code: 'SS214',
  name: 'overlapping-codes',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`category age {
  young = ..40
  old   = 40..
}`),
    right: spec(`category age {
  young = ..<40
  old   = 40..
}`),
    files,
  },
});
