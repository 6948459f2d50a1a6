// Levels of the outcome that none of the cases has.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const unusedOutcomeLevel = defineProblem<{ regression: string; outcome: string; levels: readonly string[] }>()({
  code: 'SS437',
  name: 'unused-outcome-level',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`category spot from place { a = "A"  b = "B"  c = "C"  d = "D"  e = "E" }
number age

regression r { explain spot  by age  method multinomial  where spot is a | b | c }`),
    right: study(`category spot from place { a = "A"  b = "B"  c = "C"  d = "D"  e = "E" }
number age

regression r { explain spot  by age  method multinomial }`),
    files: survey,
  },
});
