// A hypothesis that the results do not bear out.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const claimFails = defineProblem<{ hypothesis: string; claim: string; left: number; right: number }>({
  code: 'SS703',
  name: 'claim-fails',
  severity: 'warning',
  title: 'A hypothesis that the results do not bear out',
  message: ({ hypothesis, claim, left, right }) =>
    `${hypothesis}: "${claim}" does not hold (${left.toPrecision(4)} against ${right.toPrecision(4)}).`,
  help: () => 'That is a result, not a mistake of the spec. Report it.',
  explanation: `A hypothesis lists claims about the numbers. Each is tested as it stands; this one is false for these data.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6

hypothesis h { a.mean > 5 }`),
    right: study(`indicator a on 1..6

hypothesis h { a.mean > 1 }`),
    files: { 'survey.csv': csv() },
  },
});
