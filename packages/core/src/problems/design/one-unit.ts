// No more sampling units than strata: nothing can be said of errors.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const oneUnit = defineProblem<{ strata: number; psus: number; cluster: string | null }>()({
  code: 'SS526',
  name: 'one-unit',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('weight wt  cluster village'),
    right: study('weight wt  cluster village'),
    files: { 'survey.csv': sample(() => ({ village: 'v' })) },
    rightFiles: { 'survey.csv': sample() },
  },
});
