// Weights that are all alike.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const constantWeights = defineProblem<{ column: string; value: number }>()({
  code: 'SS522',
  name: 'constant-weights',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study('weight wt'),
    right: study('weight wt'),
    files: { 'survey.csv': sample(() => ({ wt: '1.5' })) },
    rightFiles: { 'survey.csv': sample() },
  },
});
