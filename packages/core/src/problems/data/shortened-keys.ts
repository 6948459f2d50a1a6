// Excel has cut digits off long keys.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const shortenedKeys = defineProblem<{ column: string; file: string; example: string; count: number }>({
  code: 'SS336',
  name: 'shortened-keys',
  severity: 'warning',
  title: 'Long keys have lost digits',
  message: ({ column, file, example, count }) =>
    `"${file}", ${column}: ${example} is a long number of which Excel has kept the first ` +
    `digits only (${count} such keys); different keys may have become one.`,
  help: () =>
    'Export the file once more from where it was made, or format the column as text in Excel before the numbers are entered or imported.',
  explanation: `Excel shows a number of 12 digits and more as \`5.20424E+17\`, and a CSV file saved then holds just that: the other
digits are gone. Ids of households and persons have up to 18 digits, so many of them become the same. Nothing can bring the digits back
but the original file.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V08', '5.20424E+17'], ['V09', '5.20425E+17']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
