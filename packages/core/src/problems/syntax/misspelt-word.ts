// A misspelt word of the language.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const misspeltWord = defineProblem<{ found: string; meant: string }>()({
  code: 'SS104',
  name: 'misspelt-word',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicater a on agreement`),
    right: spec(`indicator a on agreement`),
    files,
  },
});
