// A file that stands twice in a comparison.
import { defineProblem } from '../problem.ts';
import { twoStudies } from './compared-example.ts';

export const comparedTwice = defineProblem<{ name: string; other: string; file: string }>()({
  code: 'SS283',
  name: 'compared-twice',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `comparison two {
  north = "north.study"
  south = "south.study"
  north2 = "north.study"
}
`,
    right: `comparison two {
  north = "north.study"
  south = "south.study"
}
`,
    files: twoStudies,
  },
});
