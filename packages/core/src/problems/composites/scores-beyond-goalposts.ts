// Scores of an index lie beyond its goalposts.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const scoresBeyondGoalposts = defineProblem<{
  index: string;
  count: number;
  low: number;
  high: number;
  goalposts: readonly [number, number];
}>()({
  code: 'SS390',
  name: 'scores-beyond-goalposts',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  score mean  rescale 0..100  goalposts 2..5 }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  score mean  rescale 0..100  goalposts scale }`),
    files: survey,
  },
});
