// Rows without a single answer between others count as cases.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unansweredRows = defineProblem<{ first: number; count: number }>({
  code: 'SS316',
  name: 'unanswered-rows',
  severity: 'warning',
  title: 'Rows in which every cell is blank count as cases',
  message: ({ first, count }) =>
    count === 1
      ? `Row ${first} holds no answer at all and counts as a case.`
      : `${count} rows hold no answer at all and count as cases; the first is row ${first}.`,
  help: () => 'If nobody stands behind such a row, delete it from the file.',
  explanation: `A row in which every cell is blank, with answered rows below it, may be a respondent who was asked and answered nothing.
It counts as a case with every answer missing, as it does in SPSS: it raises the sample size, and where missing values are replaced by
means (\`missing mean\`) it is scored with nothing but means.

Blank rows at the *end* of a file are what spreadsheets leave behind; they are left out (SS314).`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2,1\n', 'V05,2,1\n,,\n']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
