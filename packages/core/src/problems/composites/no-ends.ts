// A scale that nobody has stated, where its ends are needed.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const noEnds = defineProblem<{ index: string; members: readonly string[]; clause: 'normalize scale' | 'goalposts scale' }>()({
  code: 'SS398',
  name: 'no-ends',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
number age

index i { of a, age  normalize scale }`),
    right: study(`indicator a on 1..6
number age within 18..100

index i { of a, age  normalize scale }`),
    files: survey,
  },
});
