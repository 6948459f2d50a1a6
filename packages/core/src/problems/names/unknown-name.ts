// A name that nothing declares.
import type { Role } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownName = defineProblem<{ name: string; role: Role; nearest: string | null; known: readonly string[] }>()({
  code: 'SS201',
  name: 'unknown-name',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, bb`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, b`),
    files,
  },
});
