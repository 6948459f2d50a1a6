// A code that `accept` cannot take, or takes without a reason.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const notAcceptable = defineProblem<{ code: string; fault: 'unknown' | 'error' | 'no reason'; nearest: string | null }>()({
  code: 'SS270',
  name: 'not-acceptable',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement

accept SS999 "we know"`),
    right: spec(`indicator a on agreement
indicator b on agreement`),
    files,
  },
});
