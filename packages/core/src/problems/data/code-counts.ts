// A missing code of the data that counts as an answer here.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const codeCounts = defineProblem<{ variable: string; values: string; several: boolean; rows: number; codes: string; from: string }>({
  code: 'SS345',
  name: 'code-counts',
  severity: 'info',
  title: 'A missing code that counts as an answer here',
  message: ({ variable, values, several, rows, from }) =>
    `${values} ${several ? 'are answers' : 'is an answer'} of ` +
    `${variable} (${rows} ${rows === 1 ? 'row' : 'rows'}): its list of ` +
    `missing codes replaces that of ${from}.`,
  help: ({ codes }) =>
    `If ${codes} ${codes.includes('|') ? 'stand' : 'stands'} for no answer here too, add it to the list: \`missing … | ${codes}\`.`,
  explanation: `The innermost \`missing\` holds, and replaces the outer ones: 77 may be an age, though it stands for no answer everywhere
else. Where a code that the data block (or a dimension, or a block) lists is left out and does occur, this says so, once a variable.`,
  example: {
    command: 'check',
    wrong: exampleStudy(
      ['  missing blank\n', '  missing 5 | 9\n'],
      ['indicator happy "Happier than before the move" on agreement\n', 'number happy "Hours of sun" missing 9\n'],
    ),
    right: exampleStudy(
      ['  missing blank\n', '  missing 5 | 9\n'],
      ['indicator happy "Happier than before the move" on agreement\n', 'number happy "Hours of sun" missing 9 | 5\n'],
    ),
    files: { 'survey.csv': exampleAnswers() },
  },
});
