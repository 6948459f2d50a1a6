// A missing code that is also an answer.
import type { Answer } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

/** `uses`: of what it is an answer, as `sat (a point of 0..10)`; `own`: the clause is that variable's, not the data block's. */
export const missingIsAnswer = defineProblem<{
  codes: readonly string[];
  uses: readonly { readonly name: string; readonly kind: 'indicator' | 'category'; readonly what: Answer }[];
  own: boolean;
}>()({
  code: 'SS263',
  name: 'missing-is-answer',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: spec('indicator a on agreement').replace('id id', 'id id\n  missing 5'),
    right: spec('indicator a on agreement missing blank').replace('id id', 'id id\n  missing 5'),
    files,
  },
});
