// Clauses of a comparison that do not go together.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export type NotTogether =
  /** A category by itself. */
  { readonly is: 'itself'; readonly category: string };

export const notTogether = defineProblem<{ name: string; found: NotTogether }>()({
  code: 'SS417',
  name: 'not-together',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`category sex { male = 1  female = 2 }

compare k { of sex  by sex }`),
    right: study(`category sex { male = 1  female = 2 }
category place { a = "A"  b = "B"  c = "C"  d = "D"  e = "E" }

compare k { of place  by sex }`),
    files: survey,
  },
});
