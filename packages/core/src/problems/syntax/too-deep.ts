// Braces too deep.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const tooDeep = defineProblem<{ limit: number }>()({
  code: 'SS125',
  name: 'too-deep',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`${'block a { '.repeat(42)}${'}'.repeat(42)}`),
    right: spec(`indicator a on agreement
block all of a`),
    files,
  },
});
