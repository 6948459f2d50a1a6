// Judgements of importance that contradict each other.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const inconsistentJudgements = defineProblem<{
  index: string;
  ratio: number;
  /** The pair that fits the others least: what was said, and what the others say of it. */
  pair: readonly [string, string];
  said: number;
  implied: number;
}>()({
  code: 'SS394',
  name: 'inconsistent-judgements',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  normalize range  weight by ahp { a / b = 3, b / c = 3, c / a = 3 } }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  normalize range  weight by ahp { a / b = 3, b / c = 3, c / a = 1/9 } }`),
    files: survey,
  },
});
