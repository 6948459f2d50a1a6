// A comparison of fewer than two studies.
import { defineProblem } from '../problem.ts';
import { twoStudies } from './compared-example.ts';

export const tooFewStudies = defineProblem<{ name: string; count: number }>()({
  code: 'SS281',
  name: 'too-few-studies',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `comparison two {
  north = "north.study"
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
