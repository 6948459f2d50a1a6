// Standard errors that need what pairwise deletion has not.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const needsResiduals = defineProblem<{ regression: string; errors: string }>({
  code: 'SS231',
  name: 'needs-residuals',
  severity: 'error',
  title: 'Robust errors with pairwise deletion',
  message: ({ regression, errors }) =>
    `${regression} asks for errors ${errors}, which need each case's residual; with \`missing pairwise\` there are no residuals.`,
  help: () => 'Write `missing listwise` or `missing mean`, or leave the errors classical.',
  explanation: `Robust and clustered standard errors are made of the residuals of single cases. With pairwise deletion a regression is
computed from correlations that each rest on other cases, so that no case has a residual.`,
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
