// The data file is of a version of its format that is not known.
import { defineProblem } from '../problem.ts';
import { exampleStata } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

export const unknownFileVersion = defineProblem<{
  file: string;
  version: number;
  known: readonly (readonly [first: number, last: number])[];
  newer: boolean;
}>()({
  code: 'SS373',
  name: 'unknown-file-version',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.dta']),
    right: exampleStudy(['survey.csv', 'survey.dta']),
    files: {
      get 'survey.dta'() {
        return exampleStata([], 110);
      },
    },
    rightFiles: {
      get 'survey.dta'() {
        return exampleStata([]);
      },
    },
  },
});
