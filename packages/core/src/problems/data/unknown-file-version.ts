// The data file is of a version of its format that is not known.
import { defineProblem } from '../problem.ts';
import { exampleStata } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

export const unknownFileVersion = defineProblem<{ file: string; kind: string; version: string; known: string; help: string }>({
  code: 'SS373',
  name: 'unknown-file-version',
  severity: 'error',
  title: 'The data file is of a version that is not known',
  message: ({ file, kind, version, known }) => `"${file}" is a ${kind} of version ${version}; known are ${known}.`,
  help: ({ help }) => help,
  explanation: `Formats change with the programs that write them. A version that is newer, or much older, than those known here could be
read wrongly, so it is not read at all.

From **Stata**, \`saveold survey.dta, version(14)\` writes version 118. From **SPSS**, every *.sav* and *.zsav* is known.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.dta']),
    right: exampleStudy(['survey.csv', 'survey.dta']),
    files: { 'survey.dta': exampleStata([], 110) },
    rightFiles: { 'survey.dta': exampleStata([]) },
  },
});
