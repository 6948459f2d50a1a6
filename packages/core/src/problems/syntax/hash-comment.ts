// A comment that begins with #.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const hashComment = defineProblem<Record<string, never>>()({
  code: 'SS120',
  name: 'hash-comment',
  severity: 'error',
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
