// The data file is not a table of answers.
import type { OtherFormat } from '../data-phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const notATable = defineProblem<{ file: string; format: OtherFormat }>()({
  code: 'SS304',
  name: 'not-a-table',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': 'PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml xl/workbook.xml' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
