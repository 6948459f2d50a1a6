// No data block.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const noData = defineProblem<{ title: string }>()({
  code: 'SS222',
  name: 'no-data',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5
`,
    right: `framework "Example"

indicator a on 1..5
`,
    files,
  },
});
