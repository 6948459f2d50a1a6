// Fewer than ten events a slope.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewEvents = defineProblem<{ regression: string; outcome: string; events: number; others: number; slopes: number }>()({
  code: 'SS435',
  name: 'few-events',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`number age
number oldest when age > 70

indicator a on 1..6
indicator b on 1..6
regression r { explain oldest  by a, b  method logit }`),
    right: study(`number age
number old when age > 47

indicator a on 1..6
indicator b on 1..6
regression r { explain old  by a, b  method logit }`),
    files: survey,
  },
});
