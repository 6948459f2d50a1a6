// A population stated of a level that is smaller than what was sampled of it, or not the design's.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

const county = (c1: number): string =>
  'category county {\n  c0 = "c0"\n  c1 = "c1"\n  c2 = "c2"\n  c3 = "c3"\n' +
  `  population given { c0 = 80, c1 = ${c1}, c2 = 60, c3 = 90 }\n}\n`;

export const oddPopulation = defineProblem<{
  category: string;
  level: string;
  population: number;
  found: { readonly is: 'fewer'; readonly sampled: number } | { readonly is: 'other'; readonly design: number };
}>()({
  code: 'SS531',
  name: 'odd-population',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study('missing blank', county(5)),
    right: study('missing blank', county(50)),
    files: { 'survey.csv': sample() },
  },
});
