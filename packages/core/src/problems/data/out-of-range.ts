// An answer is outside its scale.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import type { LossFacts } from './loss.ts';

export const outOfRange = defineProblem<FoundAnswers & { answered: number; kept: boolean; within: boolean; loss: LossFacts | null }>()({
  code: 'SS321',
  name: 'out-of-range',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,55']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
