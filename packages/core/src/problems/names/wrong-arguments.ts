// Brackets that hold the wrong thing.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const wrongArguments = defineProblem<{ quantity: string; expected: string; found: string }>({
  code: 'SS207',
  name: 'wrong-arguments',
  severity: 'error',
  title: 'Brackets that hold the wrong thing',
  message: ({ quantity, expected, found }) => `${quantity} takes ${expected} in brackets; found ${found}.`,
  help: ({ quantity, expected }) =>
    expected === 'nothing' ? `Write ${quantity} without brackets.` : `Write ${quantity}(…) with ${expected}.`,
  explanation: `Some quantities need to be told of what: \`beta\` of which predictor, \`loading\` of which item on which component,
\`mean\` at which level. Others stand alone, such as \`kmo\`.`,
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
