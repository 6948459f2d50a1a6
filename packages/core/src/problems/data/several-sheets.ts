// The workbook has several sheets with cells, and the data block names none.
import { defineProblem } from '../problem.ts';
import { exampleWorkbook } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

export const severalSheets = defineProblem<{ file: string; sheets: readonly { readonly name: string; readonly rows: number }[] }>()({
  code: 'SS374',
  name: 'several-sheets',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.xlsx']),
    right: exampleStudy(['survey.csv" {\n', 'survey.xlsx" {\n  sheet "answers"\n']),
    files: {
      get 'survey.xlsx'() {
        return exampleWorkbook('notes');
      },
    },
  },
});
