// Groups of a mixed model that are one, or one a case.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const noGroupsWithin = defineProblem<{ regression: string; site: string; groups: number; cases: number }>()({
  code: 'SS438',
  name: 'no-groups-within',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  method mixed within id }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: survey,
  },
});
