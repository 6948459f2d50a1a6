// A word stands where a number is expected.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import type { LossFacts } from './loss.ts';

/** `early`: all in the first rows of a column that holds numbers below; `scale`: there is a scale that can name texts. */
export const notANumber = defineProblem<FoundAnswers & { answered: number; early: boolean; scale: boolean; loss: LossFacts | null }>()({
  code: 'SS322',
  name: 'not-a-number',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['missing blank', 'missing blank | "refused"']),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,refused']) },
  },
});
