// Numbers that are not plainly written were read.
import type { ReadingWay } from '../data-phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `ways`: as `decimal commas`, with the columns that have them. */
export const readAs = defineProblem<{ ways: readonly { readonly way: ReadingWay; readonly columns: readonly string[] }[] }>()({
  code: 'SS340',
  name: 'read-as',
  severity: 'info',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,５,1']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
