// Values outside the limits of a Tobit model.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const beyondLimits = defineProblem<{
  regression: string;
  outcome: string;
  low: number | null;
  high: number | null;
  cases: number;
}>()({
  code: 'SS434',
  name: 'beyond-limits',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number age

regression r { explain a  by age  method tobit 2..6 }`),
    right: study(`indicator a on 1..6
number age

regression r { explain a  by age  method tobit 1..6 }`),
    files: survey,
  },
});
