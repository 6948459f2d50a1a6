// A text without its closing quote.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const unclosedText = defineProblem<{ quote: string }>({
  code: 'SS103',
  name: 'unclosed-text',
  severity: 'error',
  title: 'A text without its closing quote',
  message: () => `This text has no closing quote.`,
  help: ({ quote }) => `Add ${quote} where the text ends.`,
  explanation: `A text stands between two quotes on one line: \`"Sex"\`. Names with blanks stand between two backquotes.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a "Likes it on agreement
`),
    right: spec(`indicator a "Likes it" on agreement
`),
    files,
  },
});
