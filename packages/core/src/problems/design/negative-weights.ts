// Weights below zero.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const negativeWeights = defineProblem<{ column: string; negative: number; rows: number; row: number; value: number }>()({
  code: 'SS520',
  name: 'negative-weights',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('weight wt'),
    right: study('weight wt'),
    files: { 'survey.csv': sample((row) => (row === 4 ? { wt: '-2' } : {})) },
    rightFiles: { 'survey.csv': sample() },
  },
});
