// A result for something that is not explained there.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const notAnOutcome = defineProblem<{ name: string; declaration: string; outcomes: readonly string[]; nearest: string | null }>()({
  code: 'SS218',
  name: 'not-an-outcome',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }
hypothesis h { r.c.r2 > 0 }`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }
hypothesis h { r.a.r2 > 0 }`),
    files,
  },
});
