// The data file is empty.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const emptyFile = defineProblem<{ file: string }>({
  code: 'SS302',
  name: 'empty-file',
  severity: 'error',
  title: 'The data file is empty',
  message: ({ file }) => `The data file "${file}" holds nothing.`,
  help: () => 'Export the data once more, with the names of the columns in the first row.',
  explanation: `The file exists but has no text in it. Often an export was interrupted, or the file was made and never filled.

A data file is a table: the first row holds the names of the columns, every further row one respondent.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': '' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
