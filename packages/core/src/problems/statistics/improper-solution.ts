// A measurement model whose estimates cannot be: a negative variance, a correlation beyond one.
import type { InvarianceProblem } from '../../procedures/invariance/fit.ts';
import type { MeasurementProblem } from '../../procedures/measurement/measurement.ts';
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

const scales = (items: string): string => `dimension trust on 1..6 { ${items} }
dimension hope on 1..6 { indicator d  indicator h }

measurement scales { of trust, hope }`;

export const improperSolution = defineProblem<{
  name: string;
  /** Of an invariance test: the group. */
  group: string | null;
  what: Extract<
    MeasurementProblem | InvarianceProblem,
    { problem: 'negative-variance' | 'correlation-beyond-one' | 'factors-not-positive-definite' }
  >;
}>()({
  code: 'SS456',
  name: 'improper-solution',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(scales('indicator b  indicator c')),
    right: study(scales('indicator a  indicator b  indicator c')),
    files: survey,
  },
});
