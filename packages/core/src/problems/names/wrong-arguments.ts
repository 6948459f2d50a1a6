// Brackets that hold the wrong thing.
import type { Arguments, ArgumentsFound } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const wrongArguments = defineProblem<{ quantity: string | null; expected: Arguments; found: ArgumentsFound }>()({
  code: 'SS207',
  name: 'wrong-arguments',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

hypothesis h { wellbeing.alpha(a) > 0.5 }`),
    right: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

hypothesis h { wellbeing.alpha > 0.5 }`),
    files,
  },
});
