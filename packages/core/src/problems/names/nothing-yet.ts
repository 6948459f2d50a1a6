// Nothing is written yet.
import { defineProblem } from '../problem.ts';

export const nothingYet = defineProblem<Record<string, never>>()({
  code: 'SS269',
  name: 'nothing-yet',
  severity: 'info',
  example: {
    command: 'check',
    wrong: `// A study of ours.
`,
    right: `// A study of ours.
framework "Belonging"
`,
  },
});
