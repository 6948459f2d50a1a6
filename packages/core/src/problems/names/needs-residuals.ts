// Standard errors that need what pairwise deletion has not.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const needsResiduals = defineProblem<{ regression: string; errors: string }>()({
  code: 'SS231',
  name: 'needs-residuals',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r {
  explain a
  by b
  missing pairwise
  errors hc3
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r {
  explain a
  by b
  missing listwise
  errors hc3
}`),
    files,
  },
});
