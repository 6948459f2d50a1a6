// Of several names of a column one file has more than one.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

const second = exampleAnswers(['id,happy,sex', 'id,content,sex']).replaceAll(/^V/gmu, 'W');
const study = exampleStudy(
  ['  missing blank', '  missing blank\n  append "second.csv" as wave'],
  ['than before the move" on', 'than before the move" from happy | content on'],
);

export const eitherBoth = defineProblem<{ columns: readonly string[]; file: string }>()({
  code: 'SS382',
  name: 'either-both',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study,
    right: study,
    files: {
      'survey.csv': exampleAnswers(['happy,sex', 'happy,sex,content']).replaceAll(/^(V\d\d,\d,\d)$/gmu, '$1,3'),
      'second.csv': second,
    },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
