// A coefficient of the reference level.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const referenceCoefficient = defineProblem<{ term: string; category: string; others: readonly string[] }>()({
  code: 'SS217',
  name: 'reference-coefficient',
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
