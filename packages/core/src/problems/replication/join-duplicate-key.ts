// A key that stands twice in the joined file.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleVillages, files } from './example.ts';

export const joinDuplicateKey = defineProblem<{ key: string; value: string; file: string; first: number; second: number }>()({
  code: 'SS332',
  name: 'join-duplicate-key',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'villages.csv': exampleVillages(['C,212', 'B,212']) },
    rightFiles: { 'villages.csv': exampleVillages() },
  },
});
