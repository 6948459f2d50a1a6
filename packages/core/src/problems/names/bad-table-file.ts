// A table file that does not fit its table.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const badTableFile = defineProblem<{ file: string; found: string; expected: string }>({
  code: 'SS225',
  name: 'bad-table-file',
  severity: 'error',
  title: 'A table file that does not fit its table',
  message: ({ file, found, expected }) => `In "${file}": ${found}; expected ${expected}.`,
  help: () => 'Correct the file, or name its columns in a columns clause.',
  explanation: `The printed table is read from a CSV file: its first column names the rows, its first line names the columns, each cell
is a figure as printed (with stars, if it has any) or empty.`,
  example: {
    command: 'check',
    wrong: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

published "Paper" {
  table "Table 1" row.column from "table.csv"
}`),
    right: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

published "Paper" {
  table "Table 1" row.column from "right.csv"
}`),
    files: { ...files, 'table.csv': 'item,mean,sd\na,three,1.4\n', 'right.csv': 'item,mean,sd\na,3.0,1.4\n' },
  },
});
