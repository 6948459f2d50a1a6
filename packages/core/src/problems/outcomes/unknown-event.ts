// An event that the outcome has not.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const unknownEvent = defineProblem<{
  regression: string;
  outcome: string;
  event: string;
  values: readonly string[];
  nearest: string | null;
}>()({
  code: 'SS428',
  name: 'unknown-event',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit event woman }`),
    right: study(`category sex { male = 1  female = 2 }
number age

regression r { explain sex  by age  method logit event female }`),
    files: survey,
  },
});
