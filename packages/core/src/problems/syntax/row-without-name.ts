// A row of a table without its name.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const rowWithoutName = defineProblem<{ found: string }>({
  code: 'SS121',
  name: 'row-without-name',
  severity: 'error',
  title: 'A row of a table without its name',
  message: ({ found }) => `This row begins with ${found}, not with what its figures belong to.`,
  help: () => 'Write the name before the figures, such as sex.female -0.048.',
  explanation: `Every row of a printed table begins with the name or the label of what its figures belong to.`,
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
