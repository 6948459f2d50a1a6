// A few bytes of the data file are no letters.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `row`: below the names, 0 is the row of names; `byte`: from 1; `bytes`: as `E5 A5`; `before`: what stands before it in its row. */
export const damagedBytes = defineProblem<{
  file: string;
  encoding: string;
  row: number;
  byte: number;
  bytes: string;
  before: string;
  rows: number;
}>({
  code: 'SS319',
  name: 'damaged-bytes',
  severity: 'error',
  title: 'The data file is damaged in places',
  message: ({ file, encoding, row, byte, bytes, before, rows }) =>
    `The data file "${file}" is in ` +
    `${encoding === 'utf-8' ? 'UTF-8' : encoding}, but damaged at ` +
    `${row === 0 ? 'the row of names' : `row ${row}`}: ` +
    `what begins at byte ${byte} (` +
    `${bytes})${before === '' ? '' : `, after "${before}",`} is no letter` +
    `${rows > 1 ? `; ${rows} rows have such places` : ''}.`,
  help: () =>
    'Mend the cell in a text editor, or export the file once more. Another encoding does ' +
    'not help: the ' +
    'rest of the ' +
    'file reads well ' +
    'in this one.',
  explanation: `Nearly all of the file reads well, and a few bytes do not: a file that was cut off while it was copied, two files of
different encodings put together, or a letter that a program broke. Reading the file in another encoding would turn every other letter
into a wrong one, so nothing is read until the place is mended.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V03,3,1\n', 'V03,3,\u0000\n']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
