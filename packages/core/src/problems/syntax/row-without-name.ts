// A row of a table without its name.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const rowWithoutName = defineProblem<{ found: string }>()({
  code: 'SS121',
  name: 'row-without-name',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
published "p" {
  table "T" row.column {
    columns mean
    a 2.958
    3.1
  }
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
published "p" {
  table "T" row.column {
    columns mean
    a 2.958
  }
}`),
    files,
  },
});
