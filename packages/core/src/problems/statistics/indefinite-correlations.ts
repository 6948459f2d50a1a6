// Correlations that no data can have, or items that repeat each other.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const indefiniteCorrelations = defineProblem<{ index: string; smallest: number; culprits: readonly string[]; pairwise: boolean }>({
  code: 'SS504',
  name: 'indefinite-correlations',
  severity: 'error',
  title: 'Correlations that no data can have, or items that repeat each other',
  message: ({ index, smallest, culprits }) =>
    `The correlations of ${index} are not positive definite (smallest ` +
    `eigenvalue ${smallest.toPrecision(2)}); look at ${culprits.join(', ')}.`,
  help: ({ pairwise }) =>
    pairwise
      ? 'Pairwise deletion can produce this: use listwise deletion or leave an item out.'
      : 'One item is a sum of others or a copy of one: leave it out.',
  explanation:
    `KMO and Bartlett need the inverse of the correlation matrix. It does not exist ` +
    `when an item is ` +
    `determined by the ` +
    `others (a total and its parts, the same item twice), or when correlations from different cases contradict each other.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator copy from a on 1..6

index i { of a, b, c, copy  keep 1  component one "One" marked by a }`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6

index i { of a, b, c  keep 1  component one "One" marked by a }`),
    files: { 'survey.csv': csv() },
  },
});
