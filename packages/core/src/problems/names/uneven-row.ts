// A table row that does not fit its columns.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unevenRow = defineProblem<{ row: string; cells: number; columns: number }>()({
  code: 'SS224',
  name: 'uneven-row',
  severity: 'error',
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
