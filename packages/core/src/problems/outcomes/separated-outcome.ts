// Predictors that tell the outcome apart, so that the likelihood has no maximum.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const separatedOutcome = defineProblem<{
  regression: string;
  outcome: string;
  kind: 'complete' | 'quasi-complete';
  terms: readonly string[];
  firth: boolean;
}>()({
  code: 'SS430',
  name: 'separated-outcome',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`number age
number old when age > 47

regression r { explain old  by age  method logit }`),
    right: study(`number age
number old when age > 47

regression r { explain old  by age  method logit firth }`),
    files: survey,
  },
});
