// A level that the category does not have.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownLevel = defineProblem<{ level: string; category: string; levels: readonly string[]; nearest: string | null }>()({
  code: 'SS205',
  name: 'unknown-level',
  severity: 'error',
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
