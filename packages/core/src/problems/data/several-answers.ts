// A cell holds several answers.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import { lossExplanation, lossText, type LossFacts } from './loss-text.ts';

export const severalAnswers = defineProblem<FoundAnswers & { kind: 'indicator' | 'number' | 'category'; loss: LossFacts | null }>({
  code: 'SS337',
  name: 'several-answers',
  severity: 'warning',
  title: 'A cell holds several answers',
  message: ({ where, variable, value, count, kind, expected, loss }) =>
    `${where}, ${variable}: "` +
    `${value}" holds several answers` +
    `${kind === 'indicator' ? `, each on ${expected}` : ''}; it is treated as missing` +
    `${count > 1 ? ` (${count} such cells).` : '.'}${lossText(loss)}`,
  help: ({ kind }) =>
    (kind === 'indicator'
      ? 'Who marked two points of a rating scale gave no answer to it: correct the cell, or leave it missing.'
      : 'If several choices were allowed, export a column of 0 and 1 for each choice, and declare each of them.') +
    (kind === 'category' ? '' : ' If the comma is a decimal one, write the number with a point.'),
  explanation: `A question with several choices is often exported as one cell: \`1,3\`, \`1;3\`, \`1┋3\`. That is no number: read as 1.3
it would enter the mean as an answer that nobody gave. Such a cell is told and treated as missing.

A question that allowed several choices is several questions, one a choice: most platforms export it so when asked (*split into columns*,
*one column per option*). On a rating scale, \`2,3\` is somebody who marked two points. Only where other numbers of the column prove it
(\`3,67\`, \`4,0\`) is the comma a decimal one.${lossExplanation}`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,"2,3",1']) },
    rightFiles: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,,1']) },
  },
});
