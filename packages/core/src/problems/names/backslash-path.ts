// A file is named with backslashes.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const backslashPath = defineProblem<{ found: string; meant: string }>()({
  code: 'SS261',
  name: 'backslash-path',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: spec('indicator a on agreement').replace('survey.csv', '.\\survey.csv'),
    right: spec('indicator a on agreement'),
    files,
  },
});
