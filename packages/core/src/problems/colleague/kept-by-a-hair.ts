// A component kept or left out by a hair.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const keptByAHair = defineProblem<{
  index: string;
  kept: number;
  eigenvalue: number;
  position: number;
  parallel: number;
}>()({
  code: 'SS604',
  name: 'kept-by-a-hair',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator g on 1..6

index i {
  of a, b, c, g
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by g
  weight equal
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
