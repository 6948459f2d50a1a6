// A name without what must follow it.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const missingCode = defineProblem<{ subject: string; sort: 'level' | 'option' | 'study' | 'claim' | 'weight' | 'map' | 'row' }>()({
  code: 'SS116',
  name: 'missing-code',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`category sex {
  male = 1
  female
}`),
    right: spec(`category sex {
  male = 1
  female = 2
}`),
    files,
  },
});
