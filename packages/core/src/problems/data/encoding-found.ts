// The encoding of a data file of another program was found by its letters.
import { defineProblem } from '../problem.ts';
import { GB18030_LABEL, exampleStata } from './example-file.ts';
import { exampleStudy } from './example-study.ts';

/** `said`: what the file states, null where it states none; `sample`: a text as it was read. */
export const encodingFound = defineProblem<{ file: string; said: string | null; found: string; sample: string }>()({
  code: 'SS372',
  name: 'encoding-found',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.dta']),
    right: exampleStudy(['survey.csv" {\n', 'survey.dta" {\n  encoding gb18030\n']),
    files: {
      get 'survey.dta'() {
        return exampleStata(GB18030_LABEL);
      },
    },
  },
});
