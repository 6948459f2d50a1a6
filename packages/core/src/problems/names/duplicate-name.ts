// One name for two things.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const duplicateName = defineProblem<{ name: string; kind: string; otherKind: string }>()({
  code: 'SS202',
  name: 'duplicate-name',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator b "Asked again" from d on agreement`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator b_again "Asked again" from d on agreement`),
    files,
  },
});
