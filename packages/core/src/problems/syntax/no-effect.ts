// A part of an entry that nothing reads.
import { files, spec } from '../names/example.ts';
import type { Idle, WhyIdle } from '../phrases.ts';
import { defineProblem } from '../problem.ts';

export const noEffect = defineProblem<{ found: Idle; says: WhyIdle }>()({
  code: 'SS126',
  name: 'no-effect',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement

hypothesis high {
  a.mean > 2 | 3
}`),
    right: spec(`indicator a on agreement
indicator b on agreement

hypothesis high {
  a.mean > 2
}`),
    files,
  },
});
