// Map lines that nobody has checked.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const guessedLines = defineProblem<{ names: readonly string[]; lines: number }>()({
  code: 'SS251',
  name: 'guessed-lines',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleReplication(['  t3  from q3\n', '  t3  from q3 guess\n']),
    right: exampleReplication(),
    files,
  },
});
