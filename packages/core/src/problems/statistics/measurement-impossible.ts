// A measurement model that no data could estimate, or that these do not.
import type { InvarianceProblem } from '../../procedures/invariance/fit.ts';
import type { InvarianceLevel } from '../../procedures/invariance/model.ts';
import type { MeasurementProblem } from '../../procedures/measurement/measurement.ts';
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

const scales = (items: string): string => `dimension trust on 1..6 { ${items} }

measurement scales { of trust }`;

export const measurementImpossible = defineProblem<{
  name: string;
  level: InvarianceLevel | null;
  what: Extract<
    MeasurementProblem | InvarianceProblem,
    {
      problem:
        | 'one-group'
        | 'no-factor'
        | 'too-few-items'
        | 'too-few-factors'
        | 'no-degrees-of-freedom'
        | 'not-converged'
        | 'not-identified';
    }
  >;
}>()({
  code: 'SS455',
  name: 'measurement-impossible',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(scales('indicator a  indicator b')),
    right: study(scales('indicator a  indicator b  indicator c')),
    files: survey,
  },
});
