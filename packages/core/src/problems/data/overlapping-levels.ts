// An answer belongs to two levels.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const overlappingLevels = defineProblem<{ category: string; value: string; first: string; second: string }>({
  code: 'SS326',
  name: 'overlapping-levels',
  severity: 'error',
  title: 'An answer belongs to two levels',
  message: ({ category, value, first, second }) => `${category}: the answer ${value} belongs to both ${first} and ${second}.`,
  help: ({ value }) =>
    `Change the codes so that each answer is in one level. For real values use half-open ranges: \`..<${value}\` and \`${value}..\`.`,
  explanation: `Every respondent is in one level of a category at most. Here the codes of two levels overlap, and an answer in the data
falls into the overlap.

A range holds both of its ends: \`..18\` and \`18..45\` both hold 18. Whole numbers are told apart by \`..18\` and \`19..45\`, real
values by half-open ranges: \`..<3\` and \`3..<15\`.`,
  example: {
    command: 'check',
    wrong: exampleStudy(['"Male"   = 1', '"Male"   = "1"'], ['"Female" = 2', '"Female" = 1..2']),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers() },
  },
});
