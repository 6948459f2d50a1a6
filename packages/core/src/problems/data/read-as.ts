// Numbers that are not plainly written were read.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `ways`: as `decimal commas`, with the columns that have them. */
export const readAs = defineProblem<{ ways: readonly { readonly what: string; readonly columns: readonly string[] }[] }>({
  code: 'SS340',
  name: 'read-as',
  severity: 'info',
  title: 'How numbers were read',
  message: ({ ways }) =>
    `Numbers are read as they ` +
    `are written: ${ways.map(({ what, columns }) => `${what} in ${columns.slice(0, 5).join(', ')}${columns.length > 5 ? ` and ${columns.length - 5} more` : ''}`).join('; ')}.`,
  help: () => 'If that is wrong, say what parts decimals in the data block: `decimal point` or `decimal comma`.',
  explanation: `Numbers are not written alike everywhere: \`3,5\`, \`1,234\`, \`1.234,50\`, \`１２\`, \`−4\`, \`3分\`, \`45 %\`. The cells
of a column that are numbers decide how its numbers are written, whatever words stand among them, and what other columns prove is a
witness. How they were read is said once.

Percent signs divide by 100 (\`45 %\` is 0.45). A unit is read only where every number of the column has the same; one that multiplies
(\`5万\`, \`3k\`) never is.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,５,1']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
