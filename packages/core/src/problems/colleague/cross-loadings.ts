// An item on two components.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const crossLoadings = defineProblem<{ index: string; items: readonly string[] }>()({
  code: 'SS606',
  name: 'cross-loadings',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6
indicator h on 1..6
indicator x on 1..6

index i {
  of a, b, c, d, h, x
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by h
}`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6
indicator h on 1..6

index i {
  of a, b, c, d, h
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by h
}`),
    files: survey,
  },
});
