// The first row holds numbers instead of names.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const noHeader = defineProblem<{ file: string; first: string }>({
  code: 'SS313',
  name: 'no-header',
  severity: 'error',
  title: 'The first row holds numbers instead of names',
  message: ({ file, first }) => `The first row of "${file}" holds numbers (${first}); it must hold the names of the columns.`,
  help: () =>
    'Put a row above it with a name for each column; if the names stand in a later row, write for example `header 2` in the data block.',
  explanation: `A study speaks of columns by name, so the first row of a data file must hold names. Here it holds numbers only, which
looks like the answers of the first respondent. Read as names, they would be lost from the sample and no column would be found.

Some programs export without names unless told otherwise: in SPSS tick *Write variable names to file*. If your columns are
really called 1, 2, 3 … put a letter before each number: \`q1\`, \`q2\`, \`q3\`.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['  id id\n', '']),
    right: exampleStudy(['  id id\n', '']),
    files: { 'survey.csv': '4,1\n5,2\n3,1\n4,2\n2,1\n4,2\n5,1\n3,2\n4,1\n1,2\n4,1\n5,2\n' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
