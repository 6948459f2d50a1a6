// Two map lines that read the same column.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const columnMappedTwice = defineProblem<{ column: string; first: string; second: string }>()({
  code: 'SS244',
  name: 'column-mapped-twice',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleReplication(['t3  from q3', 't3  from q1']),
    right: exampleReplication(),
    files,
  },
});
