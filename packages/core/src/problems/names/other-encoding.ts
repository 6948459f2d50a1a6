// A spec or a table that is not in UTF-8.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

/** `encoding`: what it was read in; null where letters of it were lost. `guessed`: no mark says it. */
export const otherEncoding = defineProblem<{ file: string; encoding: string | null; guessed: boolean }>()({
  code: 'SS262',
  name: 'other-encoding',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: spec('indicator a "Was \ufffd\ufffd gut" on agreement'),
    right: spec('indicator a "Wäre gut" on agreement'),
    files,
  },
});
