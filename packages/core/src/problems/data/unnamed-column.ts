// A column has no name.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unnamedColumn = defineProblem<{ file: string; positions: readonly number[] }>({
  code: 'SS312',
  name: 'unnamed-column',
  severity: 'warning',
  title: 'A column has no name',
  message: ({ positions }) =>
    positions.length === 1
      ? `Column ${positions[0]} has no name in the first row; it is called "column ${positions[0]}".`
      : `${positions.length} columns have no name in the first row (the first ` +
        `is column ${positions[0]}); they are called "column ${positions[0]}" and so on.`,
  help: () => 'Write a name into the first row of the file, or delete the column if it is not needed.',
  explanation: `The first row names the columns. A column with answers but without a name can still be used, as \`from "column 4"\`, but
such a name says nothing and changes when a column is inserted before it. Columns that are empty throughout are left out without a word.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: {
      'survey.csv': exampleAnswers(['id,happy,sex', 'id,happy,sex,'], ['V01,4,1', 'V01,4,1,17']).replaceAll(
        /^(V(?!01)\d\d,\d,\d)$/gmu,
        '$1,',
      ),
    },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
