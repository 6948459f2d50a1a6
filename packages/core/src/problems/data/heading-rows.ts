// Rows of headings under the names of the columns are left out.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `rows`: their cells as they stand, from row 1 on; null is a blank cell. */
export const headingRows = defineProblem<{ file: string; rows: readonly (readonly (string | null)[])[] }>()({
  code: 'SS317',
  name: 'heading-rows',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['  id id\n', '  id id\n  header 1..2\n']),
    files: {
      'survey.csv': exampleAnswers(['id,happy,sex\n', 'id,happy,sex\nNumber,Are you happier than before?,Are you a man or a woman?\n']),
    },
  },
});
