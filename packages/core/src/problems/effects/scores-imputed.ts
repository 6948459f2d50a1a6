// Scores whose gaps are filled in as they are, not by their items.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const scoresImputed = defineProblem<{ regression: string; scores: readonly string[] }>()({
  code: 'SS495',
  name: 'scores-imputed',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`indicator gap on 1..6
indicator b on 1..6
indicator c on 1..6
number age

index i { of gap, b, c  keep 1  rescale none }
regression r { explain i  by age  missing multiple 5 }`),
    right: study(`indicator gap on 1..6
indicator b on 1..6
indicator c on 1..6
number age

index i { of gap, b, c  keep 1  rescale none }
regression r { explain i  by age }`),
    files: survey,
  },
});
