// Something essential is not said.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const missingClause = defineProblem<{ name: string; kind: string; clause: string; says: string }>({
  code: 'SS209',
  name: 'missing-clause',
  severity: 'error',
  title: 'Something essential is not said',
  message: ({ name, kind, clause, says }) => `The ${kind} ${name} does not say ${says}: it needs "${clause}".`,
  help: ({ clause, says }) => `Add a clause "${clause} …" that says ${says}.`,
  explanation: `Most clauses have a default. Some have none, because only the author can know: what an index is made of, what a
regression explains and by what.`,
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
