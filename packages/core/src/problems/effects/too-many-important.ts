// More predictors than relative importance can be computed of.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

const NUMBERS = Array.from({ length: 17 }, (_, i) => `n${i + 1}`);
const powers = NUMBERS.map((name, i) => `number ${name} when age < ${22 + 3 * i}`).join('\n');
export const tooManyImportant = defineProblem<{ regression: string; variables: number; most: number }>()({
  code: 'SS489',
  name: 'too-many-important',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6\nnumber age\n${powers}\n\nregression r { explain a  by ${NUMBERS.join(', ')}  show importance }`),
    right: study(`indicator a on 1..6\nnumber age\n${powers}\n\nregression r { explain a  by n1, n5, n9  show importance }`),
    files: survey,
  },
});
