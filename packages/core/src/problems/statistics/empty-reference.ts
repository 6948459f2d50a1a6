// A category in a regression of whose reference level there is no case.
import { defineProblem } from '../problem.ts';
import { study, survey } from './example.ts';

export const emptyReference = defineProblem<{
  regression: string;
  category: string;
  reference: string;
  levels: readonly string[];
  where: boolean;
}>()({
  code: 'SS512',
  name: 'empty-reference',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
category b { low = 1..2  middle = 3..4  high = 5..6 }

regression r { explain a  by b  where b is not low }`),
    right: study(`indicator a on 1..6
indicator c on 1..6
category b { low = 1..2  middle = 3..4  high = 5..6 }

regression r { explain a  by c  where b is not low }`),
    files: survey,
  },
});
