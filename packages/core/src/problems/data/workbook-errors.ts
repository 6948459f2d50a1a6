// Cells of a workbook hold errors such as #N/A.
import { defineProblem } from '../problem.ts';
import { exampleWorkbook } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

/** `row` as the sheet counts. */
export const workbookErrors = defineProblem<{
  file: string;
  places: readonly { readonly row: number; readonly column: string; readonly text: string }[];
  count: number;
}>()({
  code: 'SS376',
  name: 'workbook-errors',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.xlsx']),
    right: exampleStudy(['survey.csv', 'survey.xlsx']),
    files: {
      get 'survey.xlsx'() {
        return exampleWorkbook('error');
      },
    },
    rightFiles: {
      get 'survey.xlsx'() {
        return exampleWorkbook('plain');
      },
    },
  },
});
