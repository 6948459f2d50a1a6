// Answers that a measurement model cannot be estimated from.
import type { InvarianceProblem } from '../../procedures/invariance/fit.ts';
import type { SampleProblem } from '../../procedures/measurement/samples.ts';
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

const scales = (clauses: string): string => `dimension trust on 1..6 { indicator a  indicator b  indicator c }
number age

measurement scales { of trust${clauses} }`;

export const measurementSample = defineProblem<{
  name: string;
  /** Of an invariance test: the group. */
  group: string | null;
  what: SampleProblem | Extract<InvarianceProblem, { problem: 'too-few-cases' | 'constant-item' | 'singular' }>;
}>()({
  code: 'SS458',
  name: 'measurement-sample',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(scales('  where age < 20')),
    right: study(scales('')),
    files: survey,
  },
});
