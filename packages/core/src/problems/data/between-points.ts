// An answer lies between two points of its scale.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `whole`: answers that are points. */
export const betweenPoints = defineProblem<FoundAnswers & { whole: number }>()({
  code: 'SS339',
  name: 'between-points',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,3.4']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
