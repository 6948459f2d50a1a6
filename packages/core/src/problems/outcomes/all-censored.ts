// A Tobit model none of whose values lies between its limits.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const allCensored = defineProblem<{ regression: string; outcome: string; low: number | null; high: number | null }>()({
  code: 'SS433',
  name: 'all-censored',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number age

regression r { explain a  by age  method tobit 10..20 }`),
    right: study(`indicator a on 1..6
number age

regression r { explain a  by age  method tobit 1..6 }`),
    files: survey,
  },
});
