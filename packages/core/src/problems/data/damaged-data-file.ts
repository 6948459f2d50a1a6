// A data file of another program is cut off, or untrue to what it says of itself.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `kind`: `SPSS file`; `what`: a part of a sentence about the file; `byte`: from 1, null where there is no single place. */
export const damagedDataFile = defineProblem<{ file: string; kind: string; what: string; byte: number | null }>({
  code: 'SS370',
  name: 'damaged-data-file',
  severity: 'error',
  title: 'The data file is damaged',
  message: ({ file, kind, what, byte }) =>
    `The data file "${file}" is a damaged ${kind}: ${what}${byte === null ? '' : ` (at byte ${byte})`}.`,
  help: () =>
    'Copy or download the file once more and compare its size with the original; if it stays so, open it in the program that it comes from ' +
    'and save it again.',
  explanation: `Files of SPSS, Stata, Excel and Parquet say of themselves how many rows they hold and where each piece stands. In this
one something is not so: most often the file was cut off while it was copied, sent or downloaded, sometimes a disk or a program broke it.

Nothing is read from such a file: numbers that are only partly there look like any others.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.sav']),
    right: exampleStudy(['survey.csv', 'survey.csv']),
    files: { 'survey.sav': '$FL2@(#) SPSS DATA FILE', 'survey.csv': exampleAnswers() },
  },
});
