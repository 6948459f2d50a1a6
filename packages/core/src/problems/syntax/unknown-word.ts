// A line that begins with no word of the language.
import type { WordElsewhere } from '../phrases.ts';
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const unknownWord = defineProblem<{
  word: string;
  expected: string | null;
  like: string | null /** What to do in its place, for words that other programs have. */;
  instead?: WordElsewhere;
}>()({
  code: 'SS105',
  name: 'unknown-word',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  factors 2
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

index i {
  of a, b, c
  keep 2
}`),
    files,
  },
});
