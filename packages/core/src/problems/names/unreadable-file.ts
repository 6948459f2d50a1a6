// A file that cannot be read.
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const unreadableFile = defineProblem<{ file: string; role: string }>({
  code: 'SS221',
  name: 'unreadable-file',
  severity: 'error',
  title: 'A file that cannot be read',
  message: ({ file, role }) => `"${file}" (${role}) cannot be read.`,
  help: () => 'Check the name and the folder: names are relative to the file that states them. Capital letters count.',
  explanation: `The study names another file, and there is none that can be read under this name. Names are relative to the folder of
the \`.study\` file, with \`/\` between folders.`,
  example: {
    command: 'check',
    wrong: `study "Example" replicates "orignal.study"

data "survey.csv" { id id }

indicator a on 1..5
`,
    right: `study "Example" replicates "original.study"

data "survey.csv" { id id }

indicator a on 1..5
`,
    files: { ...files, 'original.study': 'framework "Original"\n\nindicator b on 1..5\n' },
  },
});
