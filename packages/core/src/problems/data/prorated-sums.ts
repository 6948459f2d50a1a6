// Sums over fewer values than there should be.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const proratedSums = defineProblem<{ number: string; count: number; cases: number; needs: number; of: number }>()({
  code: 'SS349',
  name: 'prorated-sums',
  severity: 'info',
  example: {
    command: 'check',
    wrong: exampleStudy(['scale agreement', 'number total = sum(happy, sex) needs 1\n\nscale agreement']),
    right: exampleStudy(['scale agreement', 'number total = sum(happy, sex)\n\nscale agreement']),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,']) },
  },
});
