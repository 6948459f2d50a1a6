// A cell holds words where a point of the scale is expected, and says which.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import type { LossFacts } from './loss.ts';

/**
 * `scale`: its name, null where the two ends stand at the indicator; `points`: the most frequent texts with the point that each names, null
 * where it names none.
 */
export const labelledAnswers = defineProblem<
  FoundAnswers & {
    scale: string | null;
    low: number;
    high: number;
    points: readonly { readonly text: string; readonly point: number | null }[];
    loss: LossFacts | null;
  }
>()({
  code: 'SS338',
  name: 'labelled-answers',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['"disagree" .. "agree"\n', '"disagree" .. "agree" { "5 - agree" = 5 }\n']),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,5 - agree']) },
  },
});
