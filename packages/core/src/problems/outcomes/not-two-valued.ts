// An outcome of which nobody can say what is counted as 1.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const notTwoValued = defineProblem<{
  regression: string;
  outcome: string;
  method: string;
  values: readonly string[];
  count: number;
}>()({
  code: 'SS429',
  name: 'not-two-valued',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number age

regression r { explain a  by age  method logit }`),
    right: study(`indicator a on 1..6
number age

regression r { explain a  by age  method logit event 4 }`),
    files: survey,
  },
});
