// What a regression on several copies of the data cannot have.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const multipleStandsAlone = defineProblem<{ regression: string; other: string }>()({
  code: 'SS496',
  name: 'multiple-stands-alone',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
indicator gap on 1..6
number age

regression r { explain a  by gap then age  missing multiple 5 }`),
    right: study(`indicator a on 1..6
indicator gap on 1..6
number age

regression r { explain a  by gap, age  missing multiple 5 }`),
    files: survey,
  },
});
