// A column that both files have.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleVillages, files } from './example.ts';

export const joinClash = defineProblem<{ columns: readonly string[]; file: string; main: string }>()({
  code: 'SS333',
  name: 'join-clash',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'villages.csv': exampleVillages(['village,households', 'village,q5']) },
    rightFiles: { 'villages.csv': exampleVillages() },
  },
});
