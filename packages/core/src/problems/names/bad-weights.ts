// Weights that do not fit the components.
import type { WeightFault, GivenWeights } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const badWeights = defineProblem<{ found: WeightFault; expected: GivenWeights }>()({
  code: 'SS226',
  name: 'bad-weights',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator d on agreement

index i {
  of a, b, c, d
  keep 2
  component first "First" marked by a
  component second "Second" marked by d
  weight given { first = 0.7 }
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator d on agreement

index i {
  of a, b, c, d
  keep 2
  component first "First" marked by a
  component second "Second" marked by d
  weight given { first = 0.7, second = 0.3 }
}`),
    files,
  },
});
