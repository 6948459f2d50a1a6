// A quotation mark in the data file is never closed.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unclosedQuote = defineProblem<{ file: string; where: string; start: string }>({
  code: 'SS307',
  name: 'unclosed-quote',
  severity: 'error',
  title: 'A quotation mark in the data file is never closed',
  message: ({ where, start }) =>
    `${where}: the cell that starts with "${start} is never closed, so the rest of the file would be one cell.`,
  help: () => 'Put a " at the end of that cell. A quotation mark that belongs to the text is doubled: "He said ""yes""".',
  explanation: `In a CSV file a cell that holds a comma or a line break is put in quotation marks: \`"Yes, always"\`. This one is opened
and never closed. Reading on would swallow all rows that follow, so nothing is read.

Open the file in a text editor, go to the row named, and close the mark, or double it if it is part of the answer.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2', '"V05,2']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V05,2', '"V05",2']) },
  },
});
