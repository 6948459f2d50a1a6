// Nobody has a weight.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const noWeights = defineProblem<{ column: string | null; rows: number }>()({
  code: 'SS523',
  name: 'no-weights',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('weight wt'),
    right: study('weight wt'),
    files: { 'survey.csv': sample(() => ({ wt: '0' })) },
    rightFiles: { 'survey.csv': sample() },
  },
});
