// The encoding of a data file of another program was found by its letters.
import { defineProblem } from '../problem.ts';
import { GB18030_LABEL, exampleStata } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

/** `said`: what the file states, null where it states none; `sample`: a text as it was read. */
export const encodingFound = defineProblem<{ file: string; said: string | null; found: string; sample: string }>({
  code: 'SS372',
  name: 'encoding-found',
  severity: 'warning',
  title: 'The encoding was found by the letters',
  message: ({ file, said, found, sample }) =>
    `"${file}" ${said === null ? 'does not say in which encoding its letters are' : `says that its letters are ${said}, which they are not`}: they are ` +
    `read as ${found} ("${sample}").`,
  help: ({ found }) =>
    `If that reads well, write \`encoding ${found}\` in the data block, and nothing more is said; else name the right one there.`,
  explanation: `Stata stored no encoding before version 14, SPSS none before version 16, and some programs write a wrong one. The letters of
names, labels and answers are then told by how they read. Numbers are the same in every encoding.

An \`encoding\` in the data block is believed, whatever the file says.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.dta']),
    right: exampleStudy(['survey.csv" {\n', 'survey.dta" {\n  encoding gb18030\n']),
    files: { 'survey.dta': exampleStata(GB18030_LABEL) },
  },
});
