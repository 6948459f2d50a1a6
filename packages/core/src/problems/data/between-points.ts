// An answer lies between two points of its scale.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `whole`: answers that are points. */
export const betweenPoints = defineProblem<FoundAnswers & { whole: number }>({
  code: 'SS339',
  name: 'between-points',
  severity: 'warning',
  title: 'An answer lies between two points of its scale',
  message: ({ where, variable, value, expected, count, whole }) =>
    `${where}, ${variable}: ${value} is no point of ${expected}, as ${whole} other answers ` +
    `are; it is used ` +
    `as it stands${count > 1 ? ` (${count} such answers).` : '.'}`,
  help: () =>
    'Look it up in the questionnaire: a mean that was filled in for a missing answer is ' +
    'taken out of the ' +
    'file, and a ' +
    'typing error ' +
    '(4.4 for 4) is corrected.',
  explanation: `Nobody ticks 3.14 on a scale from 1 to 5. A single answer between two points among whole ones is most often a mean that a
spreadsheet or a colleague filled in for a missing answer, a row of means that was taken for a respondent, or a typing error. Where an
item is itself the mean of several answers, few of its values are whole, and nothing is said.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,3.4']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
