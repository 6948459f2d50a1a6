// Printed figures of one table without computed ones.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const figureNotComputed = defineProblem<{
  table: string | null;
  figures: number;
  missing: readonly { readonly address: string; readonly reason: string }[];
}>()({
  code: 'SS702',
  name: 'figure-not-computed',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator same on 1..6

published "Paper" { same.skewness = 0.12 }`),
    right: study(`indicator same on 1..6

published "Paper" { same.mean = 3 }`),
    files: survey,
  },
});
