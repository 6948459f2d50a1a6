// More than one study line.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const severalHeaders = defineProblem<{ kind: string }>()({
  code: 'SS220',
  name: 'several-headers',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `study "Example"
study "Another"

data "survey.csv" { id id }

indicator a on 1..5
`,
    right: `study "Example"

data "survey.csv" { id id }

indicator a on 1..5
`,
    files,
  },
});
