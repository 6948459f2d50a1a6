// Missing answers replaced by means, in a regression.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const substitutedPredictors = defineProblem<{ regression: string; filled: number; cases: number }>({
  code: 'SS611',
  name: 'substituted-predictors',
  severity: 'warning',
  title: 'Missing answers replaced by means, in a regression',
  message: ({ regression, filled, cases }) =>
    `${regression}: ` +
    `${filled} missing ${filled === 1 ? 'value is' : 'values are'} replaced by ` +
    `means among ${cases} cases. The ` +
    `replaced values count as if they had been observed, so standard errors are too small.`,
  help: () => 'Report it, and compare with missing listwise.',
  explanation: `With mean substitution n and the degrees of freedom stay those of the full sample, as if nothing had been missing.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator gap on 1..6

regression r { explain a  by gap  missing mean }`),
    right: study(`indicator a on 1..6
indicator gap on 1..6

regression r { explain a  by gap }`),
    files: { 'survey.csv': csv() },
  },
});
