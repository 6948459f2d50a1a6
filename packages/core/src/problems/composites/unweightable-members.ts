// Members from which no weights can be made.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const unweightableMembers = defineProblem<{
  index: string;
  by: 'equal' | 'given' | 'entropy' | 'critic' | 'cv' | 'ahp';
  why: 'negative' | 'constant' | 'nothing';
  member: string | null;
}>()({
  code: 'SS391',
  name: 'unweightable-members',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  normalize z  weight by entropy }`),
    right: study(`indicator a on 1..6
indicator b on 1..6

index i { of a, b  normalize range  weight by entropy }`),
    files: survey,
  },
});
