// A list without a comma.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingComma = defineProblem<{ before: string; after: string }>()({
  code: 'SS109',
  name: 'missing-comma',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a b, c`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a, b, c`),
    files,
  },
});
