// An answer is outside its scale.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import { lossExplanation, lossText, type LossFacts } from './loss-text.ts';

export const outOfRange = defineProblem<FoundAnswers & { answered: number; kept: boolean; loss: LossFacts | null }>({
  code: 'SS321',
  name: 'out-of-range',
  severity: 'warning',
  title: 'An answer is outside its scale',
  message: ({ where, variable, value, expected, count, kept, loss }) =>
    `${where}, ${variable}: ${value} is outside ${expected}; ` +
    `${kept ? 'it is used, as `out of range kept` says' : 'it is treated as missing'}` +
    (count > 1 ? ` (${count} such answers).` : '.') +
    lossText(loss),
  help: ({ count, answered, expected, values, kept }) =>
    count * 2 > answered
      ? `Most answers are outside ${expected}: the scale may be another one (\`on LOW..HIGH\`), or the column holds another question.`
      : values.length <= 2 && count >= 3
        ? `If ${values.map((entry) => entry.value).join(' and ')} ` +
          `${values.length === 1 ? 'stands' : 'stand'} for "no answer", add ` +
          `${values.length === 1 ? 'it' : 'them'} to the missing ` +
          `codes: \`missing ${values.map((entry) => entry.value).join(' | ')}\`.`
        : kept
          ? 'Correct it in the data, or take out `out of range kept`, which belongs only in a study ' +
            'that reproduces ' +
            'a paper that ' +
            'did not clean its data.'
          : 'Look it up in the questionnaire and correct it in the data; 55 on a scale 1..5 is usually a 5 typed twice.',
  explanation: `The scale says which answers there can be. An answer outside it is a typing error, a code for "no answer" that nobody
declared, or a sign that the question was asked on another scale. It is reported with its row and value, counted, and treated as missing:
it enters no statistic.

One wrong cell can do great harm. A single 55 among 323 answers on 1..5 raises the standard deviation from 0.9 to 3.0 and, after
rescaling by minimum and maximum, squeezes everybody else into the lowest tenth of a 0..100 score.

\`out of range kept\` in the data block uses such answers as they stand. It is meant for reproducing a paper that did so, and nothing
else.${lossExplanation}`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,55']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
