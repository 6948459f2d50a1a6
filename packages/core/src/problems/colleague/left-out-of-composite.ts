// A named component that the composite leaves out.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const leftOutOfComposite = defineProblem<{ index: string; components: readonly string[] }>()({
  code: 'SS607',
  name: 'left-out-of-composite',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by d
  compose first
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
  compose first, second
}`),
    files: survey,
  },
});
