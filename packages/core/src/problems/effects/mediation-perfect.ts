// A mediator or outcome that what explains it determines.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const mediationPerfect = defineProblem<{ name: string; variable: string }>()({
  code: 'SS486',
  name: 'mediation-perfect',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
number age
number twice = 2 * b + age

mediation path { explain twice  by age  through b }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
number age

mediation path { explain a  by age  through b }`),
    files: survey,
  },
});
