// A coefficient of something that is not in the model.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const notAPredictor = defineProblem<{ term: string; regression: string; known: readonly string[]; nearest: string | null }>({
  code: 'SS216',
  name: 'not-a-predictor',
  severity: 'error',
  title: 'A coefficient of something that is not in the model',
  message: ({ term, regression }) => `${term} is not among the predictors of ${regression}.`,
  help: ({ known, nearest }) =>
    nearest !== null ? `Did you mean "${nearest}"?` : `Its predictors: ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', …' : ''}.`,
  explanation: `Only what stands behind \`by\` in a regression has a coefficient there. A category has one coefficient for each level
but its reference: \`age.middle\`.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }
hypothesis h { r.a.beta(c) > 0 }`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }
hypothesis h { r.a.beta(b) > 0 }`),
    files,
  },
});
