// A word stands where a number is expected.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import { lossExplanation, lossText, type LossFacts } from './loss-text.ts';
import { holdsNumber } from '../../text/holds-number.ts';

/** `early`: all in the first rows of a column that holds numbers below; `scale`: there is a scale that can name texts. */
export const notANumber = defineProblem<FoundAnswers & { answered: number; early: boolean; scale: boolean; loss: LossFacts | null }>({
  code: 'SS322',
  name: 'not-a-number',
  severity: 'warning',
  title: 'A word stands where a number is expected',
  message: ({ where, variable, value, expected, count, loss }) =>
    `${where}, ${variable}: "` +
    `${value}" is not ` +
    `${expected === 'a number' ? expected : `a number ${expected}`}; it is treated ` +
    `as missing${count > 1 ? ` (${count} such answers).` : '.'}${lossText(loss)}`,
  help: ({ values, distinct, count, answered, early, scale }) =>
    count === answered && distinct > 1
      ? 'No answer is a number: the column may hold labels. Export codes instead of labels, or ' +
        'declare a category ' +
        'with a level ' +
        'for each label.'
      : early
        ? `It stands in ` +
          `the first ${count === 1 ? 'row' : 'rows'} of a column of ` +
          `numbers: if ${count === 1 ? 'that is a row' : 'those are rows'} of headings, write \`header 1..${count + 1}\` in the data block.`
        : !scale && values.some(({ value }) => holdsNumber(value))
          ? `Write the number alone, without ${values
              .filter(({ value }) => holdsNumber(value))
              .slice(0, 3)
              .map(({ value }) => `the words of "${value}"`)
              .join(' and ')}, or take the answer out of the file.`
          : `If ${values
              .slice(0, 3)
              .map((entry) => `"${entry.value}"`)
              .join(
                ', ',
              )} ${values.length === 1 ? 'stands' : 'stand'} for "no answer", add ${values.length === 1 ? 'it' : 'them'} to the missing codes: \`missing ${values
              .slice(0, 3)
              .map((entry) => `"${entry.value}"`)
              .join(' | ')}\`.`,
  explanation: `An indicator or a number is computed with, so its column must hold numbers. Words such as "refused", "NA" or "don't know"
are common in exports. If they mean that there is no answer, list them as missing, for all columns in the data block or for one variable
on its own line:

\`\`\`study
data "survey.csv" { missing blank | "refused" | 99 }
indicator happy "Happier than before" on agreement missing "don't know"
\`\`\`

Until then each such answer is reported and treated as missing.${lossExplanation}`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['missing blank', 'missing blank | "refused"']),
    files: { 'survey.csv': exampleAnswers(['V07,5', 'V07,refused']) },
  },
});
