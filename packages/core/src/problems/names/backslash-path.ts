// A file is named with backslashes.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const backslashPath = defineProblem<{ found: string; meant: string }>({
  code: 'SS261',
  name: 'backslash-path',
  severity: 'warning',
  title: 'A file is named with backslashes',
  message: ({ found, meant }) => `"${found}" is read as "${meant}": between folders stands "/".`,
  help: ({ meant }) => `Write "${meant}". It means the same on Windows, and works everywhere else too.`,
  explanation: `Windows writes \`data\\survey.csv\`, every other system \`data/survey.csv\`, and Windows understands that as well. A spec
should run on the machine of whoever checks it, so \`/\` is what stands between folders. The name is looked up from the folder in which
the spec lies: \`.\\survey.csv\` is simply \`survey.csv\`.`,
  example: {
    command: 'check',
    wrong: spec('indicator a on agreement').replace('survey.csv', '.\\survey.csv'),
    right: spec('indicator a on agreement'),
    files,
  },
});
