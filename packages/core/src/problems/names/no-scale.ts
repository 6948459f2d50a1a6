// A reversal without a scale.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const noScale = defineProblem<{ name: string; number: boolean }>()({
  code: 'SS229',
  name: 'no-scale',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a reversed`),
    right: spec(`indicator a on 1..5 reversed`),
    files,
  },
});
