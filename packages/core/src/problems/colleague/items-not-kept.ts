// Components without a name.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const itemsNotKept = defineProblem<{ index: string; kept: number; named: number }>()({
  code: 'SS608',
  name: 'items-not-kept',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep 2
  component first "First" marked by a
}`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by d
  weight equal
}`),
    files: survey,
  },
});
