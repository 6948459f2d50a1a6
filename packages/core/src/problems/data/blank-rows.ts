// Rows without a single answer at the end of a table, and empty lines, are left out.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const blankRows = defineProblem<{ file: string; first: number; count: number }>({
  code: 'SS314',
  name: 'blank-rows',
  severity: 'warning',
  title: 'Empty rows are left out',
  message: ({ first, count }) =>
    count === 1
      ? `Row ${first} holds nothing at all and is left out.`
      : `${count} rows hold nothing at all and are left out; the first is row ${first}.`,
  help: () => 'Delete the empty rows from the file.',
  explanation: `Spreadsheets often leave rows without a single answer behind at the end of a table. Counted as respondents they would
raise the sample size, and with missing values replaced by means they would even be scored, so they are left out; so are empty lines
anywhere. A row of blank cells *between* others is another matter: it counts as a respondent who answered nothing (SS316).

Rows keep their numbers: row 12 of a report is still row 13 of the spreadsheet.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': `${exampleAnswers()},,\n,,\n` },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
