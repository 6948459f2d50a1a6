// A misspelt word of the language.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const misspeltWord = defineProblem<{ found: string; meant: string }>({
  code: 'SS104',
  name: 'misspelt-word',
  severity: 'error',
  title: 'A misspelt word of the language',
  message: ({ found, meant }) => `"${found}" is no word of the language; "${meant}" is.`,
  help: ({ meant }) => `Write "${meant}".`,
  explanation: `The words that begin declarations and clauses are written in lower case and in full.`,
  example: {
    command: 'check',
    wrong: spec(`indicater a on agreement`),
    right: spec(`indicator a on agreement`),
    files,
  },
});
