// The table of a sheet begins below lines of titles, or has headings in several rows.
import { defineProblem } from '../problem.ts';
import { exampleWorkbook } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

/** The row of names and the last row of headings, as the sheet counts. */
export const headingsFound = defineProblem<{ file: string; names: number; last: number }>()({
  code: 'SS377',
  name: 'headings-found',
  severity: 'info',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.xlsx']),
    right: exampleStudy(['survey.csv" {\n', 'survey.xlsx" {\n  header 2\n']),
    files: {
      get 'survey.xlsx'() {
        return exampleWorkbook('title');
      },
    },
  },
});
