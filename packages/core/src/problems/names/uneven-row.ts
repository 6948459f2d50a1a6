// A table row that does not fit its columns.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unevenRow = defineProblem<{ row: string; cells: number; columns: number }>({
  code: 'SS224',
  name: 'uneven-row',
  severity: 'error',
  title: 'A table row that does not fit its columns',
  message: ({ row, cells, columns }) =>
    `The row ${row} has ${cells} ${cells === 1 ? 'figure' : 'figures'}, the table has ${columns} ${columns === 1 ? 'column' : 'columns'}.`,
  help: () => 'Write one figure for each column, and a dot (.) for an empty cell.',
  explanation: `The figures of a row belong to the columns by their order. If one is missing, all that follow would slip into the wrong
column, so the row is not used at all. A cell that is empty in the printed table is written as a dot.`,
  example: {
    command: 'check',
    wrong: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

published "Paper" {
  table "Table 1" row.column {
    columns mean sd n
    a 3.0
  }
}`),
    right: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

published "Paper" {
  table "Table 1" row.column {
    columns mean sd n
    a 3.0 . .
  }
}`),
    files,
  },
});
