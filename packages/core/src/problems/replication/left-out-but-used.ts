// Something left out that another declaration needs.
import type { Role } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const leftOutButUsed = defineProblem<{ name: string; role: Role }>()({
  code: 'SS248',
  name: 'left-out-but-used',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['map {', 'without trust\n\nmap {'], ['  t1  from q1\n  t2  from q2 reversed\n  t3  from q3\n', '']),
    right: exampleReplication(
      ['map {', 'without trust, trusting\n\nmap {'],
      ['  t1  from q1\n  t2  from q2 reversed\n  t3  from q3\n', ''],
    ),
    files,
  },
});
