// A code that no level lists.
import type { CodedLevel } from '../data-phrases.ts';
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import type { LossFacts } from './loss.ts';

/** `silent`: levels that no answer has; `alike`: a text that names a level in words. */
export const unlistedCode = defineProblem<
  FoundAnswers & {
    levels: readonly CodedLevel[];
    silent: readonly CodedLevel[];
    alike?: { readonly value: string; readonly level: string; readonly codes: string } | null;
    loss?: LossFacts | null;
  }
>()({
  code: 'SS323',
  name: 'unlisted-code',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['missing blank', 'missing blank | 9']),
    files: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,5,9']) },
  },
});
