// A share that may be a fraction or a percentage.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const ambiguousShare = defineProblem<{ found: string; share: string }>()({
  code: 'SS230',
  name: 'ambiguous-share',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep variance 0.6
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep variance 60%
}`),
    files,
  },
});
