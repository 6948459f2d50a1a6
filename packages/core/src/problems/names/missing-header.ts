// No study or framework line.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const missingHeader = defineProblem<Record<string, never>>()({
  code: 'SS219',
  name: 'missing-header',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `data "survey.csv" { id id }

indicator a on 1..5
`,
    right: `study "Example"

data "survey.csv" { id id }

indicator a on 1..5
`,
    files,
  },
});
