// Text follows a closing quotation mark.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const strayQuote = defineProblem<{ file: string; where: string; cell: string; count: number }>({
  code: 'SS308',
  name: 'stray-quote',
  severity: 'warning',
  title: 'Text follows a closing quotation mark',
  message: ({ where, cell, count }) =>
    `${where}: text follows the closing quotation mark; the cell is read as ${cell}${count > 1 ? ` (${count} such cells)` : ''}.`,
  help: () => 'Put the whole cell in quotation marks and double those inside: "the ""new"" village".',
  explanation: `A cell that starts with a quotation mark ends with one, and the next thing must be the separator. Here text follows, so
either a separator is missing or a quotation mark inside the cell was not doubled. The cell is read as its parts put together; see
whether that is what was meant.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2', '"V0"5,2']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V05,2', '"V05",2']) },
  },
});
