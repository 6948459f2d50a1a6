// Invariance asked of a model that is not tested for it.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

const scales = (clauses: string): string => `dimension trust on 1..6 { indicator a  indicator b  indicator c }
category sex { male = 1  female = 2 }

measurement scales { of trust  by sex${clauses} }`;

export const byStandsAlone = defineProblem<{ name: string; category: string; other: string }>()({
  code: 'SS457',
  name: 'by-stands-alone',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(scales('  estimator mlr')),
    right: study(scales('')),
    files: survey,
  },
});
