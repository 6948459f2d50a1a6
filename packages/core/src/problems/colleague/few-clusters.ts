// Respondents in clusters, standard errors as if they were not.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const fewClusters = defineProblem<{ column: string; clusters: number }>({
  code: 'SS614',
  name: 'few-clusters',
  severity: 'info',
  title: 'Respondents in clusters, standard errors as if they were not',
  message: ({ column, clusters }) =>
    `Respondents come from ${clusters} clusters (${column}), but standard errors are ` +
    `classical: people ` +
    `of one place ` +
    `are alike, so ` +
    `they are too small.${clusters <= 10 ? ` With ${clusters} clusters no correction is reliable; an exact wild cluster test cannot go below p = ${(2 / (1 << clusters)).toPrecision(3)}.` : ''}`,
  help: ({ column }) => `Write \`errors cluster ${column}\` in the regressions, or say so in the text.`,
  explanation:
    `Answers of neighbours resemble each other, so a sample of 300 people in five ` +
    `places holds less ` +
    `information than 300 ` +
    `people drawn one by one.`,
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
    files: { 'survey.csv': csv() },
  },
});
