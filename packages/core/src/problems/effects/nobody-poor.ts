// A cutoff that nobody reaches.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const nobodyPoor = defineProblem<{ name: string; n: number; cutoff: number }>()({
  code: 'SS492',
  name: 'nobody-poor',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`number age
number old when age > 60
number young when age < 20

deprivation mpi { of one { old }, two { young }  cutoff 1 }`),
    right: study(`number age
number old when age > 60
number young when age < 20

deprivation mpi { of one { old }, two { young }  cutoff 1/3 }`),
    files: survey,
  },
});
