// Fewer cases than the analysis needs.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const tooFewCases = defineProblem<{ name: string; n: number; needed: number; of: 'items' | 'parameters' }>()({
  code: 'SS502',
  name: 'too-few-cases',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, x  where x < 21 }`),
    right: study(`number x from age
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, x  where x > 23 }`),
    files: survey,
  },
});
