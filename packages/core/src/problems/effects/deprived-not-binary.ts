// An indicator of deprivation that is neither 0 nor 1.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const deprivedNotBinary = defineProblem<{ name: string; variable: string; values: readonly number[]; more: boolean }>()({
  code: 'SS491',
  name: 'deprived-not-binary',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number age
number old when age > 60

deprivation mpi { of health { a }, place { old } }`),
    right: study(`indicator a on 1..6
number age
number old when age > 60
number low when a < 3

deprivation mpi { of health { low }, place { old } }`),
    files: survey,
  },
});
