// No study or framework line.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const missingHeader = defineProblem<Record<string, never>>({
  code: 'SS219',
  name: 'missing-header',
  severity: 'error',
  title: 'No study or framework line',
  message: () => 'The file does not say what it is: a line study "…" or framework "…" is missing.',
  help: () => 'Begin with study "Title"; a framework without data begins with framework "Title".',
  explanation: `A \`.study\` file starts with the title of the study, like a paper. The title heads every report.`,
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
