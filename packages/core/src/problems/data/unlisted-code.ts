// A code that no level lists.
import { defineProblem } from '../problem.ts';
import type { FoundAnswers } from './found-answers.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';
import { lossExplanation, lossText, type LossFacts } from './loss-text.ts';

/** `levels`: as `male = 1`; `silent`: levels that no answer has, as `female (= 2)`; `alike`: a text that names a level in words. */
export const unlistedCode = defineProblem<
  FoundAnswers & {
    levels: readonly string[];
    silent: readonly string[];
    alike?: { readonly value: string; readonly level: string; readonly codes: string } | null;
    loss?: LossFacts | null;
  }
>({
  code: 'SS323',
  name: 'unlisted-code',
  severity: 'warning',
  title: 'A code that no level lists',
  message: ({ where, variable, value, count, values, distinct, loss }) =>
    `${
      distinct === 1
        ? `${where}, ${variable}: no level lists ${value}; it is treated as missing${count > 1 ? ` (${count} such answers).` : '.'}`
        : `${variable}: ${count} answers have codes that no level lists and are treated as missing: ${values
            .slice(0, 5)
            .map((entry) => `${entry.value} (${entry.count}×)`)
            .join(', ')}${distinct > 5 ? ` and ${distinct - 5} more` : ''}; the first is in ${where.replace('Row', 'row')}.`
    }${lossText(loss)}`,
  help: ({ levels, silent, values, alike }) =>
    alike != null
      ? `If "${alike.value}" is ${alike.level}, list the text too: \`${alike.level} = ${alike.codes} | "${alike.value}"\`.`
      : `The levels are ${levels.slice(0, 6).join(', ')}${levels.length > 6 ? ` and ${levels.length - 6} more` : ''}. ` +
        (silent.length > 0 ? `Nobody has ${silent.slice(0, 3).join(', ')}: is the code wrong there? Otherwise add` : 'Add') +
        ` the code to a level, as \`= 1 | ${code(values[0]?.value ?? '2')}\`, or to \`missing\`.`,
  explanation: `A category says which codes make up each of its levels. An answer with a code that no level lists belongs nowhere: it is
reported with its row and value, counted, and treated as missing.

Either a level was forgotten, or one level should take several codes (\`minority = 2..6\`), or the code stands for "no answer" and
belongs into \`missing\`. If the file holds labels instead of codes, list the labels: \`male = "Male"\`.${lossExplanation}`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(['missing blank', 'missing blank | 9']),
    files: { 'survey.csv': exampleAnswers(['V07,5,1', 'V07,5,9']) },
  },
});

function code(value: string): string {
  return /^-?\d+(\.\d+)?$/u.test(value) ? value : `"${value}"`;
}
