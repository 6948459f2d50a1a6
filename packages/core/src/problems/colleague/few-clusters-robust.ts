// Clustered standard errors from a handful of clusters.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const fewClustersRobust = defineProblem<{ regression: string; column: string; clusters: number }>({
  code: 'SS615',
  name: 'few-clusters-robust',
  severity: 'warning',
  title: 'Clustered standard errors from a handful of clusters',
  message: ({ regression, column, clusters }) =>
    `${regression}: standard errors are ` +
    `clustered by ${column}, but there are only ${clusters} clusters; they are likely to be ` +
    `too small, and so are the p-values.`,
  help: ({ clusters }) =>
    `Read them as a lower bound. With few clusters a wild cluster bootstrap is the usual ` +
    `remedy; with ${clusters} even that is ` +
    `coarse. Describe differences between places rather than test them.`,
  explanation: `Clustered standard errors are right when there are many clusters, 40 or so, of similar size (Cameron & Miller 2015). With
fewer they are biased downwards although t is referred to one degree of freedom fewer than there are clusters. With more predictors than
clusters the joint F test does not exist.`,
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
    files: { 'survey.csv': csv() },
  },
});
