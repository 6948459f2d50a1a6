// Standardised coefficients of dummies beside those of ratings.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const dummiesBesideRatings = defineProblem<{ regression: string }>({
  code: 'SS613',
  name: 'dummies-beside-ratings',
  severity: 'info',
  title: 'Standardised coefficients of dummies beside those of ratings',
  message: ({ regression }) =>
    `${regression} shows standardised coefficients of dummies beside those of ratings: ` +
    `the beta of a ` +
    `dummy depends ` +
    `on how many ` +
    `respondents are in the level, so the two are not comparable in size.`,
  help: () => 'Compare them by sign and p only, or show b.',
  explanation: `Beta is b·s_x/s_y. For a dummy s_x is √(p(1 − p)): a rare level has a small beta even if its effect is large.`,
  example: {
    command: 'run',
    wrong: study(`category half from age { upto50 = ..50  over50 = 50<.. }
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, half }`),
    right: study(`category half from age { upto50 = ..50  over50 = 50<.. }
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, half  show b }`),
    files: { 'survey.csv': csv() },
  },
});
