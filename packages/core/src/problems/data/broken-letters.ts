// Some texts of a data file of another program are no letters of its encoding.
import { defineProblem } from '../problem.ts';
import { GB18030_LABEL, exampleStata } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

export const brokenLetters = defineProblem<{ file: string; encoding: string; count: number; first: string }>({
  code: 'SS371',
  name: 'broken-letters',
  severity: 'warning',
  title: 'Texts that are no letters of the encoding',
  message: ({ file, encoding, count, first }) =>
    `${count === 1 ? 'One text' : `${count} different texts`} of "${file}" ${count === 1 ? 'is' : 'are'} not in ${encoding}: the first reads "${first}".`,
  help: ({ encoding }) =>
    `If the signs \ufffd stand in many texts, name another encoding than ${encoding} in the data block, for example \`encoding gb18030\`; if in a ` +
    'few, mend them in the program that the file comes from.',
  explanation: `A few bytes of the file are no letters of the encoding that the others are in. They are shown as \ufffd. Numbers are not
touched; a label, a name or an answer in words may be.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv" {\n', 'survey.dta" {\n  encoding utf-8\n']),
    right: exampleStudy(['survey.csv" {\n', 'survey.dta" {\n  encoding gb18030\n']),
    files: { 'survey.dta': exampleStata(GB18030_LABEL) },
  },
});
