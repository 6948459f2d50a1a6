// An address without its dots.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingDot = defineProblem<{ found: string; meant: string }>()({
  code: 'SS115',
  name: 'missing-dot',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement

hypothesis h {
  a mean > 1
}`),
    right: spec(`indicator a on agreement
indicator b on agreement

hypothesis h {
  a.mean > 1
}`),
    files,
  },
});
