// A condition that no respondent satisfies.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const emptySubset = defineProblem<{ name: string; rows: number }>()({
  code: 'SS507',
  name: 'empty-subset',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  where x > 150 }`),
    right: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  where x > 20 }`),
    files: survey,
  },
});
