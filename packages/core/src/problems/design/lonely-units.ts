// Strata with a single sampling unit.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const lonelyUnits = defineProblem<{ strata: number; of: number; row: number; stratum: string | null; cluster: string | null }>()({
  code: 'SS525',
  name: 'lonely-units',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('weight wt  stratum county  cluster village'),
    right: study('weight wt  stratum county  cluster village  lonely adjust'),
    files: { 'survey.csv': sample((row) => (row % 8 === 4 ? { county: 'c9' } : {})) },
  },
});
