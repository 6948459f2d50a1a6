// A clause that makes no sense with the method.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const notWithMethod = defineProblem<{ regression: string; method: string; clause: string; possible: readonly string[] }>()({
  code: 'SS427',
  name: 'not-with-method',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit  missing mean }`),
    right: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit  missing listwise }`),
    files: survey,
  },
});
