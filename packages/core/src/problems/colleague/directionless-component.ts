// A composed component whose sign nothing in the data decides.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const directionlessComponent = defineProblem<{ index: string; component: number; item: string }>()({
  code: 'SS616',
  name: 'directionless-component',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator against on 1..6
indicator turned from c on 1..6 reversed

index i { of a, b, against, turned  keep 1 }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator against on 1..6
indicator turned from c on 1..6 reversed

index i { of a, b, against, turned  keep 1  component one marked by a }`),
    files: survey,
  },
});
