// A predictor that others determine.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const collinearPredictors = defineProblem<{ regression: string; term: string; on: readonly string[] }>({
  code: 'SS509',
  name: 'collinear-predictors',
  severity: 'error',
  title: 'A predictor that others determine',
  message: ({ regression, term, on }) =>
    on.length === 0
      ? `In ${regression}, ${term} is determined by the other predictors.`
      : `In ${regression}, ${term} is determined by ${on.join(', ')}: it adds nothing that they do not say already.`,
  help: ({ term }) => `Leave ${term} (or one of the others) out.`,
  explanation:
    `If one predictor can be computed exactly from others, their coefficients cannot be ` +
    `told apart: ` +
    `infinitely many sets ` +
    `of coefficients fit equally well. Programs that drop one silently leave it to chance which.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
number both = b + c

regression r { explain a  by b, c, both }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
number both = b + c

regression r { explain a  by b, c }`),
    files: { 'survey.csv': csv() },
  },
});
