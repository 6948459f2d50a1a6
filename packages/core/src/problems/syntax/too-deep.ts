// Braces too deep.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const tooDeep = defineProblem<{ limit: number }>({
  code: 'SS125',
  name: 'too-deep',
  severity: 'error',
  title: 'Braces too deep',
  message: ({ limit }) => `More than ${limit} braces stand within each other here.`,
  help: () => 'Close the braces that are still open. The language needs three of them at most.',
  explanation: `Braces within braces mean something up to the third pair. A text with many more is not read at all.`,
  example: {
    command: 'check',
    wrong: spec(`${'block a { '.repeat(42)}${'}'.repeat(42)}`),
    right: spec(`indicator a on agreement
block all of a`),
    files,
  },
});
