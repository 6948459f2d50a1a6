// Clustered standard errors from a handful of clusters.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewClustersRobust = defineProblem<{ regression: string; column: string; clusters: number }>()({
  code: 'SS615',
  name: 'few-clusters-robust',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(
      `indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b  errors cluster place }`,
      'cluster place',
    ),
    right: study(`indicator a on 1..6
indicator b on 1..6

regression r { explain a  by b }`),
    files: survey,
  },
});
