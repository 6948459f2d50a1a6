// A bullet before an entry.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const bulletMark = defineProblem<{ mark: string }>()({
  code: 'SS119',
  name: 'bullet-mark',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  - of a, b, c
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
}`),
    files,
  },
});
