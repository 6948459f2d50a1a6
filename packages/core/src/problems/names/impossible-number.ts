// A number that cannot be meant.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const impossibleNumber = defineProblem<{ found: string; expected: string; what: string }>({
  code: 'SS211',
  name: 'impossible-number',
  severity: 'error',
  title: 'A number that cannot be meant',
  message: ({ found, expected, what }) => `${what} cannot be ${found}: ${expected}.`,
  help: ({ expected }) => `Correct the number: ${expected}.`,
  explanation: `The number is well written but makes no sense where it stands: a scale that ends below its beginning, a range of codes
the wrong way round, half a component.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on 5..1`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on 1..5`),
    files,
  },
});
