// An indirect effect through mediators that do not follow each other.
import { defineProblem } from '../problem.ts';
import { survey } from '../statistics/example.ts';

const head = 'study "Example"\n\ndata "survey.csv"\n\nnumber a\nnumber b\nnumber c\nnumber age\n\n';
const path = 'mediation path { explain a  by age  through b then c }\n';
export const noSuchWay = defineProblem<{ mediation: string; way: readonly string[]; ways: readonly (readonly string[])[] }>()({
  code: 'SS488',
  name: 'no-such-way',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `${head}${path}hypothesis h { path.indirect(c, b) > 0 }\n`,
    right: `${head}${path}hypothesis h { path.indirect(b, c) > 0 }\n`,
    files: survey,
  },
});
