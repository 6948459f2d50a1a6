// A sign that means something else here.
import { files, spec } from '../names/example.ts';
import type { SignRole } from '../phrases.ts';
import { defineProblem } from '../problem.ts';

export const wrongSign = defineProblem<{ found: string; meant: string; role: SignRole }>()({
  code: 'SS111',
  name: 'wrong-sign',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a + b`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block all of a, b`),
    files,
  },
});
