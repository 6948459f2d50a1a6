// An answer belongs to two levels.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const overlappingLevels = defineProblem<{ category: string; value: string; first: string; second: string }>()({
  code: 'SS326',
  name: 'overlapping-levels',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['"Male"   = 1', '"Male"   = "1"'], ['"Female" = 2', '"Female" = 1..2']),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers() },
  },
});
