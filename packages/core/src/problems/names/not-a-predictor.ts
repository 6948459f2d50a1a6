// A coefficient of something that is not in the model.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const notAPredictor = defineProblem<{ term: string; regression: string; known: readonly string[]; nearest: string | null }>()({
  code: 'SS216',
  name: 'not-a-predictor',
  severity: 'error',
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
