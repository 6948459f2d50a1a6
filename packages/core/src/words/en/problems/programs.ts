// Problems of data files of other programs (SS37x), in English.
import type { WordsOfProblems } from '../../problem-words.ts';

export const programsProblems = {
  'damaged-data-file': {
    title: 'The data file is damaged',
    message: ({ file, kind, what, byte }) =>
      `The data file "${file}" is a damaged ${kind}: ${what}${byte === null ? '' : ` (at byte ${byte})`}.`,
    help: () =>
      'Copy or download the file once more and compare its size with the original; if it stays so, open it in the program ' +
      'that it comes from and save it again.',
    explanation: `Files of SPSS, Stata, Excel and Parquet say of themselves how many rows they hold and where each piece stands. In this
one something is not so: most often the file was cut off while it was copied, sent or downloaded, sometimes a disk or a program broke it.

Nothing is read from such a file: numbers that are only partly there look like any others.`,
  },

  'broken-letters': {
    title: 'Texts that are no letters of the encoding',
    message: ({ file, encoding, count, first }) =>
      `${count === 1 ? 'One text' : `${count} different texts`} of "${file}" ${count === 1 ? 'is' : 'are'} not in ${encoding}: ` +
      `the first reads "${first}".`,
    help: ({ encoding }) =>
      `If the signs \ufffd stand in many texts, name another encoding than ${encoding} in the data block, for example ` +
      '`encoding gb18030`; if in a few, mend them in the program that the file comes from.',
    explanation: `A few bytes of the file are no letters of the encoding that the others are in. They are shown as \ufffd. Numbers are not
touched; a label, a name or an answer in words may be.`,
  },

  'encoding-found': {
    title: 'The encoding was found by the letters',
    message: ({ file, said, found, sample }) =>
      `"${file}" ` +
      `${said === null ? 'does not say in which encoding its letters are' : `says that its letters are ${said}, which they are not`}: ` +
      `they are read as ${found} ("${sample}").`,
    help: ({ found }) =>
      `If that reads well, write \`encoding ${found}\` in the data block, and nothing more is said; else name the right one there.`,
    explanation: `Stata stored no encoding before version 14, SPSS none before version 16, and some programs write a wrong one. \
The letters of
names, labels and answers are then told by how they read. Numbers are the same in every encoding.

An \`encoding\` in the data block is believed, whatever the file says.`,
  },

  'unknown-file-version': {
    title: 'The data file is of a version that is not known',
    message: ({ file, version, known }) =>
      `"${file}" is a Stata file of version ${version}; known are ` +
      `${known.map(([first, last]) => (first === last ? first : `${first} to ${last}`)).join(' and ')}.`,
    help: ({ newer }) =>
      newer
        ? 'In Stata, save it in a version that others read too: `saveold survey.dta, version(14)`.'
        : 'Open it in Stata and save it again, or export it there: `export delimited using survey.csv, nolabel`.',
    explanation: `Formats change with the programs that write them. A version that is newer, or much older, than those known here could be
read wrongly, so it is not read at all.

From **Stata**, \`saveold survey.dta, version(14)\` writes version 118. From **SPSS**, every *.sav* and *.zsav* is known.`,
  },
} satisfies Partial<WordsOfProblems>;
