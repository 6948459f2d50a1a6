// A table file that does not fit its table.
import type { TableFault, TableWanted } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const badTableFile = defineProblem<{ file: string; found: TableFault; expected: TableWanted }>()({
  code: 'SS225',
  name: 'bad-table-file',
  severity: 'error',
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
