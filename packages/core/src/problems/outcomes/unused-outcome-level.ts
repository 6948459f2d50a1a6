// Levels of the outcome that none of the cases has.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const unusedOutcomeLevel = defineProblem<{ regression: string; outcome: string; levels: readonly string[] }>()({
  code: 'SS437',
  name: 'unused-outcome-level',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`category mood from a { low = 1..2  middle = 3..4  high = 5..6  top = 7 }
number age

regression r { explain mood  by age  method ordered }`),
    right: study(`category mood from a { low = 1..2  middle = 3..4  high = 5..6 }
number age

regression r { explain mood  by age  method ordered }`),
    files: { 'survey.csv': csv() },
  },
});
