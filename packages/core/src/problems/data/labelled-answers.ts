// A cell holds words where a point of the scale is expected, and says which.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import { lossExplanation, lossText, type LossFacts } from './loss-text.ts';

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
>({
  code: 'SS338',
  name: 'labelled-answers',
  severity: 'warning',
  title: 'Answers are words: which point of the scale are they',
  message: ({ where, variable, value, count, values, expected, loss }) =>
    `${where}, ${variable}: "${value}" is a label, not a number ${expected}; it is treated as missing` +
    `${
      count > 1
        ? ` (${count} such answers: ${values
            .slice(0, 5)
            .map((one) => `"${one.value}" ${one.count}×`)
            .join(', ')}).`
        : '.'
    }${lossText(loss)}`,
  help: ({ scale, low, high, points }) => {
    const known = points.filter((one) => one.point !== null).sort((a, b) => a.point! - b.point!);
    const open = points.filter((one) => one.point === null);
    // Which point a label is, nobody but the author knows: none is made up.
    if (known.length === 0)
      return `Say in the scale which point each of them is, one line a label with the point behind "=": ${open
        .slice(0, 5)
        .map(({ text }) => `"${text}"`)
        .join(', ')}${open.length > 5 ? ' …' : ''}. Or export codes instead of labels.`;
    const lines = known.map(({ text, point }) => `"${text}" = ${point}`).join('  ');
    return (
      `Say in the scale which text is which ` +
      `point: \`scale ${scale ?? 'answers'} ` +
      `${low}..${high} { ` +
      `${lines} }\`${scale === null ? ', and `on answers` at the indicator' : ''}` +
      `${
        open.length > 0
          ? `; likewise for ${open
              .slice(0, 4)
              .map(({ text }) => `"${text}"`)
              .join(', ')}`
          : ''
      }. Or export codes instead of labels.`
    );
  },
  explanation: `Google Forms, Qualtrics and Wenjuanxing can export the words of an answer instead of its number. An indicator is computed
with, so it must be known which words are which point. A scale says it:

\`\`\`study
scale agreement 1..5 {
  "Strongly disagree" = 1
  "Disagree"          = 2
  "Neither"           = 3
  "Agree"             = 4
  "Strongly agree"    = 5 | "5 - strongly agree"
}
\`\`\`

The labels of a scale's points and of its two ends are read as these points, in whatever case and language the scale has them. A text is
never taken for a point only because it begins with one: \`5 - 10 times\` is not 5.${lossExplanation}`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['"disagree" .. "agree"\n', '"disagree" .. "agree" { "5 - agree" = 5 }\n']),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,5 - agree']) },
  },
});
