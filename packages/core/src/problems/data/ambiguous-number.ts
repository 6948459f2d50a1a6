// A number can be read in two ways.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const ambiguousNumber = defineProblem<{
  file: string;
  column: string;
  cell: string;
  read: number;
  other: number;
  why: string;
  others: number;
}>({
  code: 'SS315',
  name: 'ambiguous-number',
  severity: 'warning',
  title: 'A number can be read in two ways',
  message: ({ column, cell, read, other, why, others }) =>
    `Column "${column}": ` +
    `${cell} is read as ` +
    `${read}, not as ` +
    `${other}, because ` +
    `${why}${others > 0 ? ` (${others} more ${others === 1 ? 'column' : 'columns'} likewise)` : ''}.`,
  help: ({ cell }) =>
    `Say which it is in the data block: ` +
    `\`decimal ${cell.includes(',') ? 'comma' : 'point'}\` if it is a small number with ` +
    `decimals, \`decimal ${cell.includes(',') ? 'point' : 'comma'}\` if a thousand and more.`,
  explanation: `In some countries \`1,234\` is one thousand two hundred and thirty-four, in others it is one and a bit; with \`1.234\` it
is the other way round. In most files other numbers settle the question: \`3,5\` can only have a decimal comma. Here nothing in the
column itself does, so the rest of the file decided. If it decided wrongly, every value of the column is a thousand times too large or
too small.

The rules: in a file with commas between the cells, a comma inside a number separates thousands; in a file with semicolons it is the
decimal mark, and dots separate thousands where the file uses decimal commas.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['scale agreement', 'number income "Income"\n\nscale agreement']),
    right: exampleStudy(['scale agreement', 'number income "Income"\n\nscale agreement'], ['  id id\n', '  id id\n  decimal point\n']),
    files: { 'survey.csv': withIncome((row) => `1,${250 + row}`) },
  },
});

function withIncome(income: (row: number) => string): string {
  return exampleAnswers()
    .trimEnd()
    .split('\n')
    .map((line, row) => `${line.replaceAll(',', ';')};${row === 0 ? 'income' : income(row)}`)
    .join('\n');
}
