// A quotation mark in the data file is never closed.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unclosedQuote = defineProblem<{ file: string; row: number | null; start: string }>()({
  code: 'SS307',
  name: 'unclosed-quote',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2', '"V05,2']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V05,2', '"V05",2']) },
  },
});
