// A row has fewer cells than there are columns.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const shortRow = defineProblem<{ file: string; where: string; cells: number; columns: number; count: number }>({
  code: 'SS310',
  name: 'short-row',
  severity: 'warning',
  title: 'A row has fewer cells than there are columns',
  message: ({ where, cells, columns, count }) =>
    `${where} has ${cells === 1 ? 'one cell' : `${cells} cells`}, but the first ` +
    `row names ${columns} columns` +
    `${count > 1 ? `; ${count} rows are too short` : ''}. The missing cells are read as blank.`,
  help: () =>
    'If a cell was lost in the middle, the answers after it stand one column too far to the left: put an empty cell in its place.',
  explanation: `Every row must have as many cells as the first row has names. Some programs leave out the empty cells at the end of a
row: then reading them as blank, as is done here, is right. But if a cell was lost in the *middle* of a row, all answers after it have
moved one column to the left and count for the wrong question. Look at the rows named.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2,1', 'V05,2']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V05,2,1', 'V05,2,']) },
  },
});
