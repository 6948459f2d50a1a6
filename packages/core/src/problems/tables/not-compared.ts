// An outcome of a comparison of which nothing can be tested.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

/** Why there is no test. */
export type NotCompared =
  | { readonly is: 'no case' }
  | { readonly is: 'one group' }
  /** Everybody has the same answer; `chosen` and `not` of an option. */
  | { readonly is: 'one answer'; readonly level: string };

export const notCompared = defineProblem<{ name: string; outcome: string; category: string; why: NotCompared }>()({
  code: 'SS415',
  name: 'not-compared',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`category sex { male = 1  female = 2 }
category place { a = "A"  b = "B"  c = "C"  d = "D"  e = "E" }

compare k { of place  by sex  where sex is male }`),
    right: study(`category sex { male = 1  female = 2 }
category place { a = "A"  b = "B"  c = "C"  d = "D"  e = "E" }

compare k { of place  by sex }`),
    files: survey,
  },
});
