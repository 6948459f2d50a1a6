// A population that is smaller than the sample, or that a stratum has in several sizes.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const badPopulation = defineProblem<{
  found:
    | { readonly is: 'fewer'; readonly sampled: number; readonly population: number }
    | { readonly is: 'several'; readonly first: number; readonly second: number };
  units: string | null;
  row: number;
}>()({
  code: 'SS524',
  name: 'bad-population',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('weight wt  stratum county  cluster village  population 1'),
    right: study('weight wt  stratum county  cluster village  population 40'),
    files: { 'survey.csv': sample() },
  },
});
