// Respondents in clusters, standard errors as if they were not.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewClusters = defineProblem<{ column: string; clusters: number }>()({
  code: 'SS614',
  name: 'few-clusters',
  severity: 'info',
  example: {
    command: 'run',
    wrong: study(
      `indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`,
      'cluster place',
    ),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: survey,
  },
});
