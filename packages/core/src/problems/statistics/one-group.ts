// A comparison with fewer than two groups.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const oneGroup = defineProblem<{ name: string; outcome: string; category: string }>()({
  code: 'SS508',
  name: 'one-group',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`category sex { male = 1  female = 2 }
number x from age
indicator a on 1..6

compare k { of a  by sex  where sex is male }`),
    right: study(`category sex { male = 1  female = 2 }
number x from age
indicator a on 1..6

compare k { of a  by sex }`),
    files: survey,
  },
});
