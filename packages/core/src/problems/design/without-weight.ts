// Rows that are not in the sample, since they have no weight, no stratum or no sampling unit.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const withoutWeight = defineProblem<{
  column: string;
  role: 'weight' | 'stratum' | 'cluster';
  missing: number;
  zero: number;
  rows: number;
}>()({
  code: 'SS521',
  name: 'without-weight',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study('weight wt'),
    right: study('weight wt'),
    files: { 'survey.csv': sample((row) => (row === 4 ? { wt: '' } : {})) },
    rightFiles: { 'survey.csv': sample() },
  },
});
