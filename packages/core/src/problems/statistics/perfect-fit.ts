// A regression that leaves no residual.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const perfectFit = defineProblem<{ regression: string; outcome: string }>({
  code: 'SS514',
  name: 'perfect-fit',
  severity: 'warning',
  title: 'A perfect fit',
  message: ({ regression, outcome }) =>
    `${regression} fits ${outcome} perfectly: the predictors determine it, and ` +
    `what rests on ` +
    `residuals (standard ` +
    `errors, t, F, p) ` +
    `is not defined.`,
  help: () => 'Look for a predictor that the outcome is made of, or for groups within which everybody has the same value.',
  explanation: `Where predictors reproduce the outcome exactly, the residuals are nothing but rounding. A standard error or a test made
of them would be noise, however many digits it had; coefficients and R² are given, the rest is left undefined.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
number twice = 2 * a

regression r { explain twice  by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain b  by a }`),
    files: { 'survey.csv': csv() },
  },
});
