// What the study goes without because something was not asked.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

/** What goes without something that was not asked; `whole`: nothing of it is left. */
export type Lost =
  | { readonly is: 'declaration'; readonly kind: string; readonly name: string; readonly whole: boolean }
  | { readonly is: 'printed' };

export const notAsked = defineProblem<{ name: string; lost: readonly Lost[] }>()({
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
