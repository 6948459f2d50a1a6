// Two groups that say different things about an item's missing answers.
import type { NamedGroup } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unlikeMissing = defineProblem<{ name: string; first: NamedGroup; second: NamedGroup }>()({
  code: 'SS232',
  name: 'unlike-missing',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`dimension ties on agreement missing 9 {
  indicator a
  indicator b
}
block support missing 8 of a, b`),
    right: spec(`dimension ties on agreement missing 9 {
  indicator a missing 8 | 9
  indicator b missing 8 | 9
}
block support missing 8 of a, b`),
    files,
  },
});
