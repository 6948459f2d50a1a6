// A wild cluster bootstrap of so few clusters that p cannot be small.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewSigns = defineProblem<{ regression: string; column: string; clusters: number; least: number }>()({
  code: 'SS440',
  name: 'few-signs',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(
      `indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  errors cluster place wild 999 }`,
      'cluster place',
    ),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: survey,
  },
});
