// A hypothesis that could not be tested.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const claimUndecided = defineProblem<{ hypothesis: string; claim: string; reason: string }>()({
  code: 'SS704',
  name: 'claim-undecided',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator same on 1..6

hypothesis h { same.skewness > 0 }`),
    right: study(`indicator a on 1..6

hypothesis h { a.skewness > -9 }`),
    files: survey,
  },
});
