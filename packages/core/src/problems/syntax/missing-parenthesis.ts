// A parenthesis without its partner.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingParenthesis = defineProblem<{ sign: string; found: string }>()({
  code: 'SS114',
  name: 'missing-parenthesis',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
number total = (a + b`),
    right: spec(`number total = (a + b)
indicator a on agreement
indicator b on agreement
indicator c on agreement
`),
    files,
  },
});
