// Something that this version does not execute yet.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const notYet = defineProblem<{ what: string }>({
  code: 'SS290',
  name: 'not-yet',
  severity: 'error',
  title: 'Something that this version does not execute yet',
  message: ({ what }) => `${what} is part of the language, but this version does not execute it yet.`,
  help: () => 'Remove it for now, or wait for a later version; nothing has been computed in its place.',
  explanation: `The language is ahead of the engine: this clause is read and formatted, but not executed. It is never skipped silently,
because a result without it would be a different result.`,
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b  errors bootstrap }`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }`),
    files,
  },
});
