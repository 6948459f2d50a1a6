// Polychoric correlations of what has no steps.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const noSteps = defineProblem<{ index: string; items: readonly string[]; most: number; means: boolean }>()({
  code: 'SS474',
  name: 'no-steps',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
number age

index i { of a, b, c, age  correlations polychoric  keep 1  weight equal }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  correlations polychoric  keep 1  weight equal }`),
    files: survey,
  },
});
