// An `accept` for a problem that the study does not have.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const idleAcceptance = defineProblem<{ code: string }>()({
  code: 'SS271',
  name: 'idle-acceptance',
  severity: 'info',
  example: {
    command: 'run',
    wrong: spec(`indicator a on agreement
indicator b on agreement
dimension d of a, b

accept SS610 "there are only two"`),
    right: spec(`indicator a on agreement
indicator b on agreement
dimension d of a, b`),
    files,
  },
});
