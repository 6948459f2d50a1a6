// The same clause twice.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const duplicateClause = defineProblem<{ word: string; name: string | null }>()({
  code: 'SS208',
  name: 'duplicate-clause',
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

compare by_sex { of a  by sex  by sex }`),
    right: spec(`category sex {
  male = 1
  female = 2
}
indicator a on agreement
indicator b on agreement
indicator c on agreement

compare by_sex { of a  by sex }`),
    files,
  },
});
