// A column that a regression of this method has not.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const notShownByMethod = defineProblem<{
  regression: string;
  method: string;
  columns: readonly string[];
  possible: readonly string[];
}>()({
  code: 'SS426',
  name: 'not-shown-by-method',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit  show odds, vif }`),
    right: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit  show odds, p }`),
    files: survey,
  },
});
