// A cross table with too few expected cases for χ².
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewExpected = defineProblem<{ name: string; outcome: string; category: string; percent: number; least: number }>()({
  code: 'SS416',
  name: 'few-expected',
  severity: 'warning',
  example: {
    command: 'run',
    wrong: study(`category place { a = "A"  b = "B"  c = "C"  d = "D"  e = "E" }
category answer from a { low = 1..3  middle = 4  high = 5..6 }

compare k { of answer  by place }`),
    right: study(`category sex { male = 1  female = 2 }
category place { a = "A"  b = "B"  c = "C"  d = "D"  e = "E" }

compare k { of place  by sex }`),
    files: survey,
  },
});
