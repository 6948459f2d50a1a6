// Two map lines that read the same column.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const columnMappedTwice = defineProblem<{ column: string; first: string; second: string }>({
  code: 'SS244',
  name: 'column-mapped-twice',
  severity: 'warning',
  title: 'Two map lines that read the same column',
  message: ({ column, first, second }) => `${first} and ${second} both come from ${column}.`,
  help: ({ second }) =>
    `Two questions have two columns: check the codebook for that of ${second}. If one answer really serves both, leave it.`,
  explanation: `Each question has a column of its own, so a column that two lines of a map read is most often a slip of copying: the
answers to one question would count twice and raise every correlation of the two.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['t3  from q3', 't3  from q1']),
    right: exampleReplication(),
    files,
  },
});
