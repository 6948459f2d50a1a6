// A printed figure without a computed one.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const figureNotComputed = defineProblem<{ address: string; reason: string }>({
  code: 'SS702',
  name: 'figure-not-computed',
  severity: 'warning',
  title: 'A printed figure without a computed one',
  message: ({ address, reason }) => `${address} is printed, but could not be computed: ${reason}.`,
  help: () => "See the problems of the declaration it belongs to.",
  explanation: `The address is right, but these data do not define the number: a subset is empty, an item is constant, a predictor was left out.`,
  example: {
    command: 'run',
    wrong: study(`indicator same on 1..6

published "Paper" { same.skewness = 0.12 }`),
    right: study(`indicator same on 1..6

published "Paper" { same.mean = 3 }`),
    files: { 'survey.csv': csv() },
  },
});
