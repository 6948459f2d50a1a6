// Fewer components kept than named.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const tooFewComponents = defineProblem<{ index: string; kept: number; named: number; eigenvalues: readonly number[] }>()({
  code: 'SS505',
  name: 'too-few-components',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep eigenvalue > 2
  component first  "First"  marked by a
  component second "Second" marked by d
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
