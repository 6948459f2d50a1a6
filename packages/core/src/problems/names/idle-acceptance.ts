// An `accept` for a problem that the study does not have.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const idleAcceptance = defineProblem<{ code: string }>({
  code: 'SS271',
  name: 'idle-acceptance',
  severity: 'info',
  title: 'An acceptance of nothing',
  message: ({ code }) => `${code} is accepted, but this study has no such problem.`,
  help: () => 'Take the line out: should the problem come up one day, it ought to be seen.',
  explanation: `An \`accept\` that outlives its problem would hide the next one of the same code, which nobody has looked at. It is told
once everything has been computed, since many problems show only then.`,
  example: {
    command: 'run',
    wrong: spec(`indicator a on agreement
indicator b on agreement
dimension d of a, b

accept SS610 "there are only two"`),
    right: spec(`indicator a on agreement
indicator b on agreement
dimension d of a, b`),
    files,
  },
});
