// A number that is reversed where it is normalised, and used elsewhere as it stands.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const turnedElsewhere = defineProblem<{ number: string; indices: readonly string[]; users: readonly string[] }>()({
  code: 'SS399',
  name: 'turned-elsewhere',
  severity: 'info',
  example: {
    command: 'check',
    wrong: study(`indicator a on 1..6
number age reversed
category sex { male = 1  female = 2 }

index i { of a, age  normalize range }
compare ages { of age  by sex }`),
    right: study(`indicator a on 1..6
number age within 0..100 reversed
category sex { male = 1  female = 2 }

index i { of a, age  normalize range }
compare ages { of age  by sex }`),
    files: survey,
  },
});
