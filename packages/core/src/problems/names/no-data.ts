// No data block.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const noData = defineProblem<{ title: string }>({
  code: 'SS222',
  name: 'no-data',
  severity: 'error',
  title: 'No data block',
  message: ({ title }) => `The study "${title}" does not say where its data are.`,
  help: () => 'Add data "file.csv" { id … }. A file without data begins with framework instead of study; a replication names its own data.',
  explanation: `A study is run on data, and a replication on its own data: the original's data block is not inherited. If there are
no data (yet), call the file a \`framework\`: it can be checked and replicated, not run.`,
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
