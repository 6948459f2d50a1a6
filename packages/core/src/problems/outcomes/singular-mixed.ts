// A mixed model whose groups do not differ beyond chance.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const singularMixed = defineProblem<{ regression: string; outcome: string; site: string }>()({
  code: 'SS436',
  name: 'singular-mixed',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain b  by a  method mixed within place }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain b  by a }`),
    files: survey,
  },
});
