// A comment that begins with #.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const hashComment = defineProblem<Record<string, never>>({
  code: 'SS120',
  name: 'hash-comment',
  severity: 'error',
  title: 'A comment that begins with #',
  message: () => `A comment begins with //, not with #.`,
  help: () => 'Write // for #.',
  explanation: `As in many languages, but not in all: two slashes begin a comment, up to the end of the line.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
# three items`),
    right: spec(`// three items
indicator a on agreement
indicator b on agreement
indicator c on agreement
`),
    files,
  },
});
