// A code that `accept` cannot take, or takes without a reason.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const notAcceptable = defineProblem<{ code: string; fault: 'unknown' | 'error' | 'no reason'; nearest: string | null }>({
  code: 'SS270',
  name: 'not-acceptable',
  severity: 'error',
  title: 'Something that cannot be accepted',
  message: ({ code, fault }) =>
    ({
      unknown: `There is no problem "${code}" that could be accepted.`,
      error: `${code} is an error: it cannot be accepted, only mended.`,
      'no reason': `${code} is accepted without a reason.`,
    })[fault],
  help: ({ code, fault, nearest }) =>
    ({
      unknown: `${nearest === null ? '' : `Did you mean "${nearest}"? `}Every problem shows its code: SS and three digits.`,
      error: 'What it says has to be mended before anything is computed. Warnings and notes can be accepted.',
      'no reason': `Write the reason in quotes behind it, as readers of the report are to see it: accept ${code} "…".`,
    })[fault],
  explanation: `\`accept SS613 "reason"\` says that the author knows of a warning or a note and lets it stand. It leaves the list of
problems and stands, with the reason, in the report's section *Stated*. An error means that a number would be wrong or missing, so no
reason lets it pass.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement

accept SS999 "we know"`),
    right: spec(`indicator a on agreement
indicator b on agreement`),
    files,
  },
});
