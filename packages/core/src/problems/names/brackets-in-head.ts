// A head of a printed table with brackets that the table has no place for.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const bracketsInHead = defineProblem<{ head: string; template: string; name: string; column: boolean }>({
  code: 'SS260',
  name: 'brackets-in-head',
  severity: 'error',
  title: 'Brackets in a head of a table that have no place in its address',
  message: ({ head, template }) =>
    `The head ${head} has brackets, and the table's address ${template} has no place for them; expected a head without brackets.`,
  help: ({ head, name, column }) =>
    column
      ? `Say what the column ` +
        `holds: columns ${head} = …, an address in which row stands for the row's head. If ` +
        `the brackets ` +
        `only repeat what the table is about, write ${name}; if they announce a second figure, give it a column of its own.`
      : `Write ${name}, or give these rows a table of their own.`,
  explanation: `In print, \`M (SD)\` announces two figures, \`integration (Z)\` a kind of score, \`b (full)\` a model. StudySpec does not
guess which: a head stands for a name in the table's address, and its brackets are used where the address ends in the head
(\`full.y.column\` with the head \`beta(age)\`). Left out, the brackets would let two columns pass for one.`,
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
