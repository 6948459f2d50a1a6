// Rows of headings under the names of the columns are left out.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `rows`: their cells as they stand, from row 1 on; null is a blank cell. */
export const headingRows = defineProblem<{ file: string; rows: readonly (readonly (string | null)[])[] }>({
  code: 'SS317',
  name: 'heading-rows',
  severity: 'warning',
  title: 'Rows of headings are left out',
  message: ({ file, rows }) =>
    rows.length === 1
      ? `Row 1 of "${file}" looks like a row of headings, not like a respondent: ${quoted(rows[0]!)}. It is left out.`
      : `Rows 1-${rows.length} of "${file}" look like rows of headings, not like ` +
        `respondents: ${rows.map(quoted).join('; ')}. They are left out.`,
  help: ({ rows }) =>
    `If that is right, write ` +
    `\`header 1..${rows.length + 1}\` in the data block, and nothing more is said; if ` +
    `respondents ` +
    `stand there, \`header 1\`.`,
  explanation: `Survey platforms write more than the names of the columns over the answers: the words of each question, and codes of
their own (Qualtrics has three such rows, Wenjuanxing sometimes two). Read as answers they would be respondents who answered nothing, or
everything wrongly.

A row at the top is taken for headings when it holds texts in columns that hold numbers below it, and these texts differ from each other
and from every answer. Such rows are left out; rows keep their numbers, so row 3 of a report is still row 4 of the spreadsheet.

\`header 1..3\` in the data block says that the names stand in the first row and that two more rows of headings follow; \`header 3\` that
the names stand in the third row and answers follow at once.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['  id id\n', '  id id\n  header 1..2\n']),
    files: {
      'survey.csv': exampleAnswers(['id,happy,sex\n', 'id,happy,sex\nNumber,Are you happier than before?,Are you a man or a woman?\n']),
    },
  },
});

function quoted(row: readonly (string | null)[]): string {
  const cells = row.filter((cell): cell is string => cell !== null);
  return `${cells
    .slice(0, 3)
    .map((cell) => `"${[...cell].length > 40 ? `${[...cell].slice(0, 40).join('')}…` : cell}"`)
    .join(', ')}${cells.length > 3 ? ' …' : ''}`;
}
