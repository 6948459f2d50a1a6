// More than one study line.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const severalHeaders = defineProblem<{ kind: string }>({
  code: 'SS220',
  name: 'several-headers',
  severity: 'error',
  title: 'More than one study line',
  message: ({ kind }) => `A second ${kind} line: one file is one study.`,
  help: () => 'Remove it, or move what follows into a file of its own.',
  explanation: `One file describes one study, or one framework. Several studies stand in several files, which may replicate one another.`,
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
