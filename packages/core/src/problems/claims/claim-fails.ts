// A hypothesis that the results do not bear out.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const claimFails = defineProblem<{ hypothesis: string; claim: string; left: number; right: number }>()({
  code: 'SS703',
  name: 'claim-fails',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6

hypothesis h { a.mean > 5 }`),
    right: study(`indicator a on 1..6

hypothesis h { a.mean > 1 }`),
    files: survey,
  },
});
