// The data file has names but no answers.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const noRows = defineProblem<{
  file: string;
  columns: number;
  /** It is a table of a database, which names its columns elsewhere. */
  inTable?: true;
}>()({
  code: 'SS303',
  name: 'no-rows',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': 'id,happy,sex\n' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
