// An address that stands for several numbers where one is wanted.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const severalNumbers = defineProblem<{ address: string; numbers: readonly string[]; name: string }>()({
  code: 'SS272',
  name: 'several-numbers',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
category sex { female = 1  male = 2 }

quantity gap = a.mean(sex) - a.mean`),
    right: spec(`indicator a on agreement
category sex { female = 1  male = 2 }

quantity gap = a.mean(sex.female) - a.mean`),
    files,
  },
});
