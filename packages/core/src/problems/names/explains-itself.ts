// An outcome among its own predictors.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const explainsItself = defineProblem<{ name: string; regression: string }>()({
  code: 'SS228',
  name: 'explains-itself',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by a, b }`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by c, b }`),
    files,
  },
});
