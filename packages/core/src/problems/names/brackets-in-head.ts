// A head of a printed table with brackets that the table has no place for.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const bracketsInHead = defineProblem<{ head: string; template: string; name: string; column: boolean }>()({
  code: 'SS260',
  name: 'brackets-in-head',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
category sex { female = 1  male = 2 }
index i { of a, b  keep 1  component x marked by a }

published "Paper" {
  table "Table 1" column.mean(row) {
    columns    x    i (Z)
    sex.female 50.0 0.12
  }
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
category sex { female = 1  male = 2 }
index i { of a, b  keep 1  component x marked by a }

published "Paper" {
  table "Table 1" column.mean(row) {
    columns    x    i
    sex.female 50.0 0.12
  }
}`),
    files,
  },
});
