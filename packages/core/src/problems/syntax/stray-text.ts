// Text that is no entry.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const strayText = defineProblem<{ text: string }>()({
  code: 'SS117',
  name: 'stray-text',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`The sample consisted of 24 households in two towns.
indicator a on agreement
indicator b on agreement
indicator c on agreement
`),
    right: spec(`// The sample consisted of 24 households in two towns.
indicator a on agreement
indicator b on agreement
indicator c on agreement
`),
    files,
  },
});
