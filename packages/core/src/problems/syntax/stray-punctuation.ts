// A sign that belongs to nothing.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const strayPunctuation = defineProblem<{ found: string }>()({
  code: 'SS118',
  name: 'stray-punctuation',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep 2;
} ?`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep 2
}`),
    files,
  },
});
