// A result for something that is not explained there.
import { listed } from '../../text/listed.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const notAnOutcome = defineProblem<{ name: string; declaration: string; outcomes: readonly string[]; nearest: string | null }>({
  code: 'SS218',
  name: 'not-an-outcome',
  severity: 'error',
  title: 'A result for something that is not explained there',
  message: ({ name, declaration, outcomes }) =>
    name === ''
      ? `${declaration} has results for each outcome; name one: ${listed(outcomes)}.`
      : `"${name}" is not an outcome of ${declaration}; its outcomes are ${listed(outcomes)}.`,
  help: ({ nearest, declaration, outcomes }) =>
    nearest !== null ? `Did you mean "${nearest}"?` : `Write ${declaration}.${outcomes[0] ?? 'outcome'}.…`,
  explanation: `A regression or comparison has one set of numbers for each outcome, so its addresses name the outcome:
\`full.integration.r2\`.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }
hypothesis h { r.c.r2 > 0 }`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }
hypothesis h { r.a.r2 > 0 }`),
    files,
  },
});
