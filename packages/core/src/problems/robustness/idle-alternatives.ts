// An option in a robustness that nothing of its number rests on.
import { defineProblem } from '../problem.ts';
import { files, robust } from './example.ts';

export const idleAlternatives = defineProblem<{
  name: string;
  word: string;
  declarations: readonly string[];
  words: readonly string[];
}>()({
  code: 'SS540',
  name: 'idle-alternatives',
  severity: 'error',
  example: {
    command: 'check',
    wrong: robust('rotate varimax | none'),
    right: robust('missing listwise | mean'),
    files,
  },
});
