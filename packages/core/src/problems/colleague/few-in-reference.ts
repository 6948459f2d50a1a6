// A reference group of fewer than thirty.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewInReference = defineProblem<{
  regression: string;
  references: readonly { readonly category: string; readonly level: string; readonly count: number | null }[];
}>()({
  code: 'SS612',
  name: 'few-in-reference',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(`category grade from age { lowest = ..<40  highest = 40.. }
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, grade  show b }`),
    right: study(`category grade from age { lowest = ..<40  highest = 40..  reference highest }
indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b, grade  show b }`),
    files: survey,
  },
});
