// Braces where there can be none.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const unexpectedBlock = defineProblem<{ word: string }>()({
  code: 'SS124',
  name: 'unexpected-block',
  severity: 'error',
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
