// The same thing twice in a list.
import type { MemberList } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const repeatedMember = defineProblem<{ name: string; list: MemberList }>()({
  code: 'SS215',
  name: 'repeated-member',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, b, a`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

block support of a, b, c`),
    files,
  },
});
