// A value lies beyond the goalposts of its number.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const beyondGoalposts = defineProblem<FoundAnswers & { low: number; high: number }>()({
  code: 'SS348',
  name: 'beyond-goalposts',
  severity: 'info',
  example: {
    command: 'check',
    wrong: exampleStudy(['scale agreement', 'number order from happy rescale 0..1 goalposts 1..4\n\nscale agreement']),
    right: exampleStudy(['scale agreement', 'number order from happy rescale 0..1 goalposts 1..5\n\nscale agreement']),
    files: { 'survey.csv': exampleAnswers() },
  },
});
