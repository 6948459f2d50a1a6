// An index that is the same for everyone.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const constantScore = defineProblem<{ index: string }>()({
  code: 'SS392',
  name: 'constant-score',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator same on 1..6
indicator still from same on 1..6

index i { of same, still  score mean }`),
    right: study(`indicator same on 1..6
indicator still from same on 1..6

index i { of same, still  score mean  goalposts scale }`),
    files: survey,
  },
});
