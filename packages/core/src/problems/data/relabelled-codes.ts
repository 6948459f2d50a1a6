// A code that stands for one thing in one file and for another in the file that stands below it.
import { defineProblem } from '../problem.ts';
import { exampleStata } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

const labels = (first: string, second: string): Uint8Array => exampleStata([], 114, { 1: first, 2: second });
const study = exampleStudy(['survey.csv', 'first.dta'], ['  missing blank', '  missing blank\n  append "second.dta" as wave']);

export const relabelledCodes = defineProblem<{
  column: string;
  code: string;
  first: string;
  second: string;
  file: string;
  other: string;
}>()({
  code: 'SS383',
  name: 'relabelled-codes',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: study,
    right: study,
    files: {
      get 'first.dta'() {
        return labels('male', 'female');
      },
      get 'second.dta'() {
        return labels('female', 'male');
      },
    },
    rightFiles: {
      get 'second.dta'() {
        return labels('male', 'female');
      },
    },
  },
});
