// An outcome that does not vary.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const constantOutcome = defineProblem<{ regression: string; outcome: string; n: number }>({
  code: 'SS510',
  name: 'constant-outcome',
  severity: 'error',
  title: 'An outcome that does not vary',
  message: ({ regression, outcome, n }) => `${outcome} is the same for all ${n} cases of ${regression}: there is nothing to explain.`,
  help: () => 'Explain something else, or widen the condition.',
  explanation: `A regression explains differences. Where all cases are alike there are none.`,
  example: {
    command: 'run',
    wrong: study(`indicator same on 1..6
indicator b on 1..6

regression r { explain same  by b }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: { 'survey.csv': csv() },
  },
});
