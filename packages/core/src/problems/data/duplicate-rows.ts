// Two rows are equal in every cell.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `pairs`: row numbers of the first few. */
export const duplicateRows = defineProblem<{ file: string; pairs: readonly (readonly [number, number])[]; count: number }>()({
  code: 'SS341',
  name: 'duplicate-rows',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2,1\n', 'V05,2,1\nV05,2,1\n']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
