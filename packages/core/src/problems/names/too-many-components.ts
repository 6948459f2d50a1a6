// More components named than kept.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const tooManyComponents = defineProblem<{ named: number; kept: number; index: string }>()({
  code: 'SS223',
  name: 'too-many-components',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator d on agreement

index i {
  of a, b, c, d
  keep 1
  component first "First" marked by a
  component second "Second" marked by d
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
}`),
    files,
  },
});
