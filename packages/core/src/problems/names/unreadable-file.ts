// A file that cannot be read.
import type { FileRole } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { files } from './example.ts';

export const unreadableFile = defineProblem<{ file: string; role: FileRole }>()({
  code: 'SS221',
  name: 'unreadable-file',
  severity: 'error',
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
