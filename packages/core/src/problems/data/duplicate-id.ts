// Two respondents have the same number.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const duplicateId = defineProblem<{ id: string; first: number; second: number; count: number }>()({
  code: 'SS327',
  name: 'duplicate-id',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V08', 'V02']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
