// Two names for one component.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const markerTaken = defineProblem<{
  index: string;
  component: string;
  marker: string;
  other: string;
  loadings: readonly number[];
  position: number;
}>()({
  code: 'SS506',
  name: 'marker-taken',
  severity: 'error',
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
  component second "Second" marked by b
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
