// A column has no name.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unnamedColumn = defineProblem<{ file: string; positions: readonly number[] }>()({
  code: 'SS312',
  name: 'unnamed-column',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: {
      'survey.csv': exampleAnswers(['id,happy,sex', 'id,happy,sex,'], ['V01,4,1', 'V01,4,1,17']).replaceAll(
        /^(V(?!01)\d\d,\d,\d)$/gmu,
        '$1,',
      ),
    },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
