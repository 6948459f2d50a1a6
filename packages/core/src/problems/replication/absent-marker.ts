// A component marked by something that was not asked.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const absentMarker = defineProblem<{ marker: string; component: string; index: string; items: readonly string[] }>()({
  code: 'SS245',
  name: 'absent-marker',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['t1  from q1', 't1  absent']),
    right: exampleReplication(),
    files,
  },
});
