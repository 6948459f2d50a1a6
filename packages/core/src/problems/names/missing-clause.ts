// Something essential is not said.
import type { Essential } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

/** `clause`: null where any option will do. */
export const missingClause = defineProblem<{ name: string; kind: string; clause: string | null; says: Essential }>()({
  code: 'SS209',
  name: 'missing-clause',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a }`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b }`),
    files,
  },
});
