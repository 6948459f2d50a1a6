// Two rows are equal in every cell.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `pairs`: row numbers of the first few. */
export const duplicateRows = defineProblem<{ file: string; pairs: readonly (readonly [number, number])[]; count: number }>({
  code: 'SS341',
  name: 'duplicate-rows',
  severity: 'warning',
  title: 'Two rows are equal in every cell',
  message: ({ file, pairs, count }) =>
    count === 1
      ? `Rows ${pairs[0]![0]} and ${pairs[0]![1]} of "${file}" are equal in every cell. Both are counted.`
      : `${count} rows of "${file}" repeat another one in ` +
        `every cell: ${pairs.map(([first, second]) => `${first} and ${second}`).join('; ')}` +
        `${count > pairs.length ? ' …' : ''}. All are counted.`,
  help: () => 'If a questionnaire was sent or pasted twice, delete one of the rows from the file.',
  explanation: `Two people hardly give the same answers to everything, at the same time, under the same number. Rows that are equal in
every cell are most often one questionnaire that was sent twice, or a block of rows that was pasted twice, and each counts double in
every statistic. Nothing is deleted for you.

Without a column of ids, rows are told only where chance cannot explain it: they share a time, an address or a text that nobody else has,
or a dozen answers and more.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V05,2,1\n', 'V05,2,1\nV05,2,1\n']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
