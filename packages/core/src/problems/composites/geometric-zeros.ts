// Zeros, and values below them, in a geometric mean.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const geometricZeros = defineProblem<{ index: string; zeros: number; negatives: number; cases: number }>()({
  code: 'SS393',
  name: 'geometric-zeros',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  normalize range  aggregate geometric }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  normalize range  aggregate arithmetic }`),
    files: survey,
  },
});
