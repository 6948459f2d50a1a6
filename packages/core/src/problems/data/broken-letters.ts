// Some texts of a data file of another program are no letters of its encoding.
import { defineProblem } from '../problem.ts';
import { GB18030_LABEL, exampleStata } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

export const brokenLetters = defineProblem<{ file: string; encoding: string; count: number; first: string }>()({
  code: 'SS371',
  name: 'broken-letters',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv" {\n', 'survey.dta" {\n  encoding utf-8\n']),
    right: exampleStudy(['survey.csv" {\n', 'survey.dta" {\n  encoding gb18030\n']),
    files: {
      get 'survey.dta'() {
        return exampleStata(GB18030_LABEL);
      },
    },
  },
});
