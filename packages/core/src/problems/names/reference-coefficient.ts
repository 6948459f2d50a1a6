// A coefficient of the reference level.
import { listed } from '../../text/listed.ts';
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const referenceCoefficient = defineProblem<{ term: string; category: string; others: readonly string[] }>({
  code: 'SS217',
  name: 'reference-coefficient',
  severity: 'error',
  title: 'A coefficient of the reference level',
  message: ({ term, category }) =>
    `${term} is the reference level of ${category}: the others are compared with it, so it has no coefficient.`,
  help: ({ others }) => `Ask for ${listed(others)}, or choose another reference level in the category.`,
  explanation: `A category with k levels enters a regression as k − 1 dummies. The level left out is the reference; its effect is zero
by definition.`,
  example: {
    command: 'check',
    wrong: spec(`category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b, sex }
hypothesis h { r.a.beta(sex.male) < 0 }`),
    right: spec(`category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement

regression r { explain a  by b, sex }
hypothesis h { r.a.beta(sex.female) < 0 }`),
    files,
  },
});
