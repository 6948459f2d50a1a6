// What the study goes without because something was not asked.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const notAsked = defineProblem<{ name: string; lost: readonly string[] }>()({
  code: 'SS247',
  name: 'not-asked',
  severity: 'info',
  example: {
    command: 'check',
    wrong: exampleReplication(['  t3  from q3\n', '  t3  absent\n']),
    right: exampleReplication(),
    files,
  },
});
