// Given weights that do not sum to 1.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const weightsBroughtToOne = defineProblem<{ index: string; sum: number; weights: readonly { name: string; weight: number }[] }>()({
  code: 'SS395',
  name: 'weights-brought-to-one',
  severity: 'info',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  normalize range  weight given { a = 3, b = 2 } }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  normalize range  weight given { a = 0.6, b = 0.4 } }`),
    files: survey,
  },
});
