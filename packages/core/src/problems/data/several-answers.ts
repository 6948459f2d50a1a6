// A cell holds several answers.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import type { LossFacts } from './loss.ts';

export const severalAnswers = defineProblem<FoundAnswers & { kind: 'indicator' | 'number' | 'category'; loss: LossFacts | null }>()({
  code: 'SS337',
  name: 'several-answers',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,"2,3",1']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,,1']) },
  },
});
