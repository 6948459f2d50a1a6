// An item that works against the others.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const alphaRisesWithout = defineProblem<{ group: string; item: string; alpha: number; without: number | null; itemTotal: number }>()(
  {
    code: 'SS601',
    name: 'alpha-rises-without',
    severity: 'warning',
    example: {
      command: 'run',
      wrong: study(`dimension k "K" on 1..6 {
  indicator a
  indicator b
  indicator against
}`),
      right: study(`dimension k "K" on 1..6 {
  indicator a
  indicator b
  indicator against reversed
}`),
      files: survey,
    },
  },
);
