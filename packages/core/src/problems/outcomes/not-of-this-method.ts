// A number that a regression of this method has not.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const notOfThisMethod = defineProblem<{
  quantity: string;
  regression: string;
  method: string;
  methods: readonly string[];
  instead: string | null;
}>()({
  code: 'SS425',
  name: 'not-of-this-method',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit }
hypothesis h { r.sex.r2 > 0 }`),
    right: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit }
hypothesis h { r.sex.nagelkerke > 0 }`),
    files: survey,
  },
});
