// Standardised coefficients of dummies beside those of ratings.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const dummiesBesideRatings = defineProblem<{ regression: string }>()({
  code: 'SS613',
  name: 'dummies-beside-ratings',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`category half from age { upto50 = ..50  over50 = 50<.. }
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, half }`),
    right: study(`category half from age { upto50 = ..50  over50 = 50<.. }
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, half  show b }`),
    files: survey,
  },
});
