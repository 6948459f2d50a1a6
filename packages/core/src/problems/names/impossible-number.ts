// A number that cannot be meant.
import type { NumberLimit, NumberSubject } from '../../contract/impossible.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const impossibleNumber = defineProblem<{ found: string; expected: NumberLimit; what: NumberSubject }>()({
  code: 'SS211',
  name: 'impossible-number',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on 5..1`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on 1..5`),
    files,
  },
});
