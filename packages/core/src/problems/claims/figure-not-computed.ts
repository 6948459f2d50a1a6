// Printed figures of one table without computed ones.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const figureNotComputed = defineProblem<{
  table: string | null;
  figures: number;
  missing: readonly { readonly address: string; readonly reason: string }[];
}>({
  code: 'SS702',
  name: 'figure-not-computed',
  severity: 'warning',
  title: 'Printed figures without computed ones',
  message: ({ table, figures, missing }) =>
    missing.length === 1
      ? `${missing[0]!.address} is printed, but could not be computed: ${missing[0]!.reason}.`
      : `${table ?? 'Figures outside tables'}: ${missing.length} of ${figures} printed figures ` +
        `could not be ` +
        `computed. ${missing[0]!.address}: ${missing[0]!.reason}.`,
  help: () => 'See the problems of the declaration it belongs to.',
  explanation:
    `The address is right, but these data do not define the number: a subset is ` +
    `empty, an item ` +
    `is constant, ` +
    `a predictor ` +
    `was left out.`,
  example: {
    command: 'run',
    wrong: study(`indicator same on 1..6

published "Paper" { same.skewness = 0.12 }`),
    right: study(`indicator same on 1..6

published "Paper" { same.mean = 3 }`),
    files: { 'survey.csv': csv() },
  },
});
