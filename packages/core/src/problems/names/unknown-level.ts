// A level that the category does not have.
import { listed } from '../../text/listed.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownLevel = defineProblem<{ level: string; category: string; levels: readonly string[]; nearest: string | null }>({
  code: 'SS205',
  name: 'unknown-level',
  severity: 'error',
  title: 'A level that the category does not have',
  message: ({ level, category, levels }) => `"${level}" is not a level of ${category}; its levels are ${listed(levels)}.`,
  help: ({ nearest, category }) =>
    nearest !== null ? `Did you mean "${nearest}"?` : `Use one of the levels of ${category}, or add this one with its codes.`,
  explanation: `A level is named as it is declared in its category (\`female\`), not by its label or its code.`,
  example: {
    command: 'check',
    wrong: spec(`category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b  where sex is woman }`),
    right: spec(`category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b  where sex is female }`),
    files,
  },
});
