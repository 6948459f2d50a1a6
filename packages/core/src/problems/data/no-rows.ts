// The data file has names but no answers.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const noRows = defineProblem<{ file: string; columns: number }>({
  code: 'SS303',
  name: 'no-rows',
  severity: 'error',
  title: 'The data file has names but no answers',
  message: ({ file, columns }) =>
    `The data file "${file}" has one row only, with ${columns === 1 ? 'one name' : `${columns} names`}: nobody has answered yet.`,
  help: () => 'Export the data with its rows. If the first row holds answers, put a row with the names of the columns above it.',
  explanation: `The first row of a data file names the columns; answers start in the second row. This file stops after the first row,
so there is nothing to compute from.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': 'id,happy,sex\n' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
