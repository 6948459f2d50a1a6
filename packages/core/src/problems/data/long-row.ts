// A row has more cells than there are columns.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const longRow = defineProblem<{ file: string; where: string; cells: number; columns: number; count: number }>({
  code: 'SS309',
  name: 'long-row',
  severity: 'error',
  title: 'A row has more cells than there are columns',
  message: ({ where, cells, columns, count }) =>
    `${where} has ${cells} cells, but the first row names ${columns} columns${count > 1 ? `; ${count} rows are too long` : ''}.`,
  help: ({ count, columns }) =>
    (count > 2 || columns === 1
      ? 'If the first row is a title and the names of the columns stand below it, say in which ' +
        'row: `header 2` ' +
        'in the data ' +
        'block. Otherwise a'
      : 'Most often a') + ' text holds a comma and stands without quotation marks: write "Yes, always". Mend the row in the file.',
  explanation: `Every row must have as many cells as the first row has names. A row that has more usually holds a text with a comma in
it, not in quotation marks: all answers after it stand one column too far to the right. Nothing is computed from a table that may be
shifted.

A cell for each column, and only empty cells beyond, is accepted: some programs end each row with commas.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2', 'V05,2,1']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V05,2', 'V05,2']) },
  },
});
