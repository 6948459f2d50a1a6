// Simple slopes of what stands in no product, or in one with more than two.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const slopesNeedProduct = defineProblem<{
  regression: string;
  of: string;
  at: string;
  /** Whether `of` is a number of the model. */
  numeric: boolean;
  /** Other products that it stands in. */
  others: readonly string[];
}>()({
  code: 'SS442',
  name: 'slopes-need-product',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
number age

regression r { explain a  by b, age  slopes b at age }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
number age

regression r { explain a  by b * age  slopes b at age }`),
    files: survey,
  },
});
