// Two columns have the same name.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const duplicateColumn = defineProblem<{ file: string; column: string; positions: readonly number[]; others: number }>()({
  code: 'SS311',
  name: 'duplicate-column',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: {
      'survey.csv': exampleAnswers(['id,happy,sex', 'id,happy,sex,sex'], ['V01,4,1', 'V01,4,1,2']).replaceAll(
        /^(V(?!01)\d\d,\d,\d)$/gmu,
        '$1,1',
      ),
    },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
