// Coefficients whose CR2 standard errors rest on few degrees of freedom.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewDegrees = defineProblem<{
  regression: string;
  column: string;
  clusters: number;
  terms: readonly { readonly term: string; readonly df: number }[];
}>()({
  code: 'SS441',
  name: 'few-degrees',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(
      `indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  errors cluster place cr2 }`,
      'cluster place',
    ),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: survey,
  },
});
