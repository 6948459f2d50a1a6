// Judgements of pairs that are no judgements, or not all there.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const badJudgements = defineProblem<{
  index: string;
  found:
    | { is: 'missing'; pairs: readonly (readonly [string, string])[] }
    | { is: 'no pair' | 'not positive' | 'twice'; text: string }
    | { is: 'too many'; count: number };
  members: readonly string[];
}>()({
  code: 'SS396',
  name: 'bad-judgements',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  normalize range  weight by ahp { a / b = 3, b / c = 1 } }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  normalize range  weight by ahp { a / b = 3, a / c = 3, b / c = 1 } }`),
    files: survey,
  },
});
