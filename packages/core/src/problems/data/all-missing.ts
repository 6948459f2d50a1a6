// Nobody has answered the question.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const allMissing = defineProblem<{ variable: string; column: string; rows: number }>()({
  code: 'SS328',
  name: 'all-missing',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers().replaceAll(/^(V\d\d),\d/gmu, '$1,') },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
