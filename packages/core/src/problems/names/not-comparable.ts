// A study of a comparison that cannot be compared: it has errors, no data, or is a comparison itself; or its line names no file.
import { defineProblem } from '../problem.ts';
import { twoStudies } from './compared-example.ts';

/** `errors`: how many, all of them told beside this one. */
export type WhyNotComparable =
  | { readonly is: 'errors'; readonly errors: number }
  | { readonly is: 'comparison' | 'no data' | 'no file' | 'several files' };

export const notComparable = defineProblem<{ name: string; file: string; why: WhyNotComparable }>()({
  code: 'SS282',
  name: 'not-comparable',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `comparison two {
  north = "north.study"
  south = "frame.study"
}
`,
    right: `comparison two {
  north = "north.study"
  south = "south.study"
}
`,
    files: { ...twoStudies, 'frame.study': 'framework "No data yet"\n\nindicator a on 1..5\n' },
  },
});
