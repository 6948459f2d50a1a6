// Codes that look like "no answer" and that neither the file nor the study declares as such.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/**
 * `codes`: each with its words in the file, null where it has none, and in how many cells it stands. `clauses`: what to write, and behind
 * which variables; `variables` is empty where it is the data block's, or that of the `join` whose file it is.
 */
export const likelyMissing = defineProblem<{
  file: string;
  codes: readonly { readonly code: string; readonly label: string | null; readonly count: number }[];
  variables: number;
  numbers: readonly string[];
  join: string | null;
  clauses: readonly { readonly missing: string; readonly variables: readonly string[] }[];
}>()({
  code: 'SS379',
  name: 'likely-missing',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['  missing blank\n', '  missing blank | -8\n']),
    files: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,-8,1'], ['V08,3,2', 'V08,3,-8']) },
  },
});
