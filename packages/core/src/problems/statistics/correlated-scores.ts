// Anderson–Rubin scores of factors that correlate.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

const items = ['a', 'b', 'c', 'd', 'h'].map((name) => `indicator ${name} on 1..6\n`).join('');
const index = (score: string): string => `${items}\nindex i { of a, b, c, d, h  rotate oblimin  score ${score}  keep 2  weight equal }`;

export const correlatedScores = defineProblem<{ index: string; rotation: string }>()({
  code: 'SS475',
  name: 'correlated-scores',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(index('anderson_rubin')),
    right: study(index('bartlett')),
    files: survey,
  },
});
