// A map line for something that the original does not ask.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const unknownMapName = defineProblem<{ name: string; original: string; nearest: string | null; known: readonly string[] }>()({
  code: 'SS240',
  name: 'unknown-map-name',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['  t3  from q3\n', '  t3  from q3\n  t33 from village\n']),
    right: exampleReplication(),
    files,
  },
});
