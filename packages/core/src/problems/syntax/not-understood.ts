// A part of an entry that cannot be read.
import { files, spec } from '../names/example.ts';
import type { Wanted } from '../phrases.ts';
import { defineProblem } from '../problem.ts';

export const notUnderstood = defineProblem<{ found: string | null; what: Wanted; example: string | null }>()({
  code: 'SS112',
  name: 'not-understood',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement ?`),
    right: spec(`indicator a on agreement`),
    files,
  },
});
