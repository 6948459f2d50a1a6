// Ordered answers of few cases: errors and χ² of weighted least squares need many.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

const scales = (estimator: string): string => `dimension trust on 1..6 { indicator a  indicator b  indicator c }

measurement scales { of trust  estimator ${estimator} }`;

export const fewForOrdinal = defineProblem<{ name: string; n: number; enough: number }>()({
  code: 'SS459',
  name: 'few-for-ordinal',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(scales('wlsmv')),
    right: study(scales('mlr')),
    files: survey,
  },
});
