// A name of the wrong kind.
import type { Expected, Role } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const wrongKind = defineProblem<{ name: string; found: string; expected: readonly Expected[]; role: Role }>()({
  code: 'SS204',
  name: 'wrong-kind',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement

compare by_a { of b  by a }`),
    right: spec(`category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement

compare by_sex { of b  by sex }`),
    files,
  },
});
