// The heads of a table without the word columns.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const headerWithoutColumns = defineProblem<{ line: string }>()({
  code: 'SS122',
  name: 'header-without-columns',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
published "p" {
  table "T" a.column {
    mean sd
  }
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
published "p" {
  table "T" row.column {
    columns mean sd
    a 2.958 1.398
  }
}`),
    files,
  },
});
