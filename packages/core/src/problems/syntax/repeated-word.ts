// A word written twice.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const repeatedWord = defineProblem<{ word: string }>()({
  code: 'SS113',
  name: 'repeated-word',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep keep 2
}`),
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
