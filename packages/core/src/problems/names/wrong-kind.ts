// A name of the wrong kind.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const wrongKind = defineProblem<{ name: string; found: string; expected: readonly string[]; role: string }>({
  code: 'SS204',
  name: 'wrong-kind',
  severity: 'error',
  title: 'A name of the wrong kind',
  message: ({ name, found, expected, role }) => `"${name}" is declared as ${found}, but ${role} must be ${expected.join(' or ')}.`,
  help: ({ expected }) => `Name one declared as ${expected.join(' or ')}.`,
  explanation: `The name exists, but it is not the kind of thing that this clause can use: an index is made of indicators, means are
compared between the levels of a category, a component is marked by one of the index's items.`,
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
