// The data block names a sheet that the workbook does not have.
import { defineProblem } from '../problem.ts';
import { exampleWorkbook } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

export const noSuchSheet = defineProblem<{ file: string; sheet: string; sheets: readonly string[]; nearest: string | null }>()({
  code: 'SS375',
  name: 'no-such-sheet',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv" {\n', 'survey.xlsx" {\n  sheet "Answers"\n']),
    right: exampleStudy(['survey.csv" {\n', 'survey.xlsx" {\n  sheet "answers"\n']),
    files: {
      get 'survey.xlsx'() {
        return exampleWorkbook('notes');
      },
    },
  },
});
