// Something that is defined by itself.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const cyclicDefinition = defineProblem<{ chain: readonly string[]; what: 'replicates' | 'like' | 'computed' }>()({
  code: 'SS203',
  name: 'cyclic-definition',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

number first = second + 1
number second = first * 2`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

number first = a + 1
number second = first * 2`),
    files,
  },
});
