// Something that does not belong into the file of a comparison, or a comparison in the file of a study.
import { defineProblem } from '../problem.ts';
import { twoStudies } from './compared-example.ts';

/** `file`: what the file is. */
export const comparisonApart = defineProblem<{ kind: string; file: 'comparison' | 'study' }>()({
  code: 'SS280',
  name: 'comparison-apart',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `comparison two {
  north = "north.study"
  south = "south.study"
}

scale agreement 1..5
`,
    right: `comparison two {
  north = "north.study"
  south = "south.study"
}
`,
    files: twoStudies,
  },
});
