// A file without the column that it is joined by.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleVillages, files } from './example.ts';

export const joinKeyMissing = defineProblem<{
  key: string;
  file: string;
  other: string;
  side: 'answers' | 'joined';
  nearest: string | null;
  columns: readonly string[];
}>()({
  code: 'SS330',
  name: 'join-key-missing',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'villages.csv': exampleVillages(['village,households', 'vilage,households']) },
    rightFiles: { 'villages.csv': exampleVillages() },
  },
});
