// A key that its file stores as a number too large to be exact.
import { defineProblem } from '../problem.ts';
import { exampleWorkbook } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

/** `as`: what the study uses the column as; `distinct`: so many different values are left. */
export const inexactKeys = defineProblem<{
  column: string;
  file: string;
  as: 'id' | 'cluster' | 'stratum' | 'key' | 'category';
  example: string;
  distinct: number;
  rows: number;
}>()({
  code: 'SS378',
  name: 'inexact-keys',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.xlsx']),
    right: exampleStudy(['survey.csv', 'survey.xlsx']),
    files: {
      get 'survey.xlsx'() {
        return exampleWorkbook('long ids');
      },
    },
    rightFiles: {
      get 'survey.xlsx'() {
        return exampleWorkbook('plain');
      },
    },
  },
});
