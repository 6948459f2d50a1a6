// Braces where there can be none.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const unexpectedBlock = defineProblem<{ word: string }>({
  code: 'SS124',
  name: 'unexpected-block',
  severity: 'error',
  title: 'Braces where there can be none',
  message: ({ word }) => `"${word}" has no braces.`,
  help: () => 'Take the braces away and keep what stands between them on the line.',
  explanation: `Only declarations that hold entries of their own have braces.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
block all {
  of a {
  }
}`),
    right: spec(`indicator a on agreement
block all {
  of a
}`),
    files,
  },
});
