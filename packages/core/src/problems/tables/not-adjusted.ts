// A comparison with covariates or crossed categories that cannot be fitted.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export type NotAdjusted =
  | { readonly is: 'too few'; readonly n: number; readonly parameters: number }
  | { readonly is: 'one level'; readonly factor: string }
  /** Nobody has these levels together. */
  | { readonly is: 'empty cells'; readonly cells: readonly string[] }
  | { readonly is: 'constant' }
  | { readonly is: 'collinear'; readonly term: string };

const names = 'category sex { male = 1  female = 2 }\nnumber age\nnumber same\nindicator a on 1..6\n\n';

export const notAdjusted = defineProblem<{ name: string; outcome: string; why: NotAdjusted }>()({
  code: 'SS418',
  name: 'not-adjusted',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`${names}compare k { of a  by sex  adjust same }`),
    right: study(`${names}compare k { of a  by sex  adjust age }`),
    files: survey,
  },
});
