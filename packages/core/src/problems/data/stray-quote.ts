// Text follows a closing quotation mark.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const strayQuote = defineProblem<{ file: string; row: number; place: number; column: string | null; cell: string; count: number }>()(
  {
    code: 'SS308',
    name: 'stray-quote',
    severity: 'warning',
    example: {
      command: 'check',
      wrong: exampleStudy(),
      right: exampleStudy(),
      files: { 'survey.csv': exampleAnswers(['V05,2', '"V0"5,2']) },
      rightFiles: { 'survey.csv': exampleAnswers(['V05,2', '"V05",2']) },
    },
  },
);
