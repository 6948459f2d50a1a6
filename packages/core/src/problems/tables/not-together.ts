// Clauses of a comparison that do not go together.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export type NotTogether =
  /** A category by itself. */
  | { readonly is: 'itself'; readonly category: string }
  /** What is compared, held constant too. */
  | { readonly is: 'adjusted'; readonly variable: string }
  /** A category or a question where a mean is compared. */
  | { readonly is: 'no mean'; readonly outcome: string; readonly clause: string }
  /** `by a * b, c`. */
  | { readonly is: 'crossed'; readonly with: string }
  | { readonly is: 'crossed twice'; readonly category: string }
  /** `of a, b with c`. */
  | { readonly is: 'lists'; readonly of: number; readonly with: number }
  /** Paired with itself. */
  | { readonly is: 'paired'; readonly variable: string }
  /** Two clauses of which each makes a comparison of its own. */
  | { readonly is: 'beside'; readonly clause: string; readonly other: string }
  /** `by none` without a value, or a value with groups. */
  | { readonly is: 'no value' }
  /** A method for pairs that has no adjusted means. */
  | { readonly is: 'pairs'; readonly method: string };

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
