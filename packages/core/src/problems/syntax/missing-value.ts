// A clause or a claim without its value.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingValue = defineProblem<{ word: string; example: string | null }>()({
  code: 'SS108',
  name: 'missing-value',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  extract
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  extract components
}`),
    files,
  },
});
