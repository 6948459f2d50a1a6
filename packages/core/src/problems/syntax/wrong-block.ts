// An entry in a block where it means nothing.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const wrongBlock = defineProblem<{ word: string; block: string; homes: readonly string[] }>()({
  code: 'SS106',
  name: 'wrong-block',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
block all {
  of a
  rotate varimax
}`),
    right: spec(`indicator a on agreement
block all {
  of a
}`),
    files,
  },
});
