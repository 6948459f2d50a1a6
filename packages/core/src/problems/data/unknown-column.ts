// The data file has no such column.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unknownColumn = defineProblem<{ column: string; file: string; nearest: string | null; columns: readonly string[] }>({
  code: 'SS320',
  name: 'unknown-column',
  severity: 'error',
  title: 'The data file has no such column',
  message: ({ column, file }) => `"${file}" has no column "${column}".`,
  help: ({ nearest, columns }) =>
    nearest !== null
      ? `Did you mean "${nearest}"? A column of another name is given by \`from\`: \`from ${word(nearest)}\`.`
      : `Its columns are ${columns
          .slice(0, 8)
          .map((name) => `"${name}"`)
          .join(', ')}${columns.length > 8 ? ` and ${columns.length - 8} more` : ''}. Say where the answers stand: \`from NAME\`.`,
  explanation: `Without \`from\`, an indicator, a category or a number is looked for in the column of its own name; with \`from q12\` in
the column \`q12\`. Names must agree letter by letter, capitals included. The names are those in the first row of the data file.

A name that is not a plain word (it has spaces, or starts with a digit) is written in quotation marks: \`from "Q13 Are you happy?"\`.
If all columns seem to be missing, the file may have been read with the wrong separator or encoding, or it is another file.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['on agreement\n', 'from hapy on agreement\n']),
    right: exampleStudy(['on agreement\n', 'from happy on agreement\n']),
    files: { 'survey.csv': exampleAnswers() },
  },
});

function word(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? name : `"${name}"`;
}
