// A variable of a mediation that is the same for all cases.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const mediationWithoutVariation = defineProblem<{ name: string; variable: string; n: number }>()({
  code: 'SS485',
  name: 'mediation-without-variation',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number same
number age

mediation path { explain a  by age  through same }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
number age

mediation path { explain a  by age  through b }`),
    files: survey,
  },
});
