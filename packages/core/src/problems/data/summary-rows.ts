// Rows that sum up the others are left out.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `name`: what stands where respondents have their id, '' where nothing does; `cells`: the first few behind it. */
export const summaryRows = defineProblem<{
  file: string;
  rows: readonly { readonly row: number; readonly name: string; readonly cells: readonly string[] }[];
}>({
  code: 'SS318',
  name: 'summary-rows',
  severity: 'warning',
  title: 'Rows that sum up the others are left out',
  message: ({ file, rows }) => {
    const found = rows
      .slice(0, 5)
      .map(({ row, name, cells }) => `row ${row} (${[...(name === '' ? [] : [`"${name}"`]), ...cells].join(', ')})`)
      .join(', ');
    const more = rows.length > 5 ? ` and ${rows.length - 5} more` : '';
    return rows.length === 1
      ? `"${file}": ${found} sums up the others and is no respondent; it is left out.`
      : `"${file}": ${found}${more} sum up the others and are no respondents; they are left out.`;
  },
  help: ({ rows }) =>
    rows.length === 1
      ? 'Delete the row from the file. If a respondent stands behind it, give that respondent another id.'
      : 'Delete the rows from the file. If respondents stand behind them, give them other ids.',
  explanation: `Spreadsheets often carry a row of means or totals below the answers, or above them. Counted as a respondent it would
enter every statistic: a row of totals with 58 on a scale 1..5, a row of means with 3.5 among whole answers.

A row is left out when the column of ids says that it is none: mean, average, total, sum, 平均, 合计, 总计 and the like; and the last row when
it has no id and all its numbers are the sums, or the means, of what stands above. Nobody else is left out.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': `${exampleAnswers()}Mean,3.67,1.5\n` },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
