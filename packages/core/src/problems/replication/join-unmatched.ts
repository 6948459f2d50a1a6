// A key that the joined file does not list.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleSurvey, files } from './example.ts';

/** `rows`: the first of them, by number; `alike`: keys that the file lists in another spelling. */
export const joinUnmatched = defineProblem<{
  key: string;
  file: string;
  where: string;
  value: string;
  rows: readonly number[];
  count: number;
  values: readonly { readonly value: string; readonly count: number }[];
  distinct: number;
  nearest: string | null;
  known: readonly string[];
  alike: readonly { readonly value: string; readonly known: string }[];
}>({
  code: 'SS331',
  name: 'join-unmatched',
  severity: 'warning',
  title: 'A key that the joined file does not list',
  message: ({ key, file, where, value, rows, count, values, distinct }) =>
    distinct === 1
      ? `${where}, ${key}: "${file}" has no ${value}; its columns are ` +
        `missing there${count > 1 ? ` (${count} such rows: ${listed(rows, count)}).` : '.'}`
      : `${count} rows have a ${key} that "${file}" does not list: ${values
          .slice(0, 8)
          .map((entry) => `${entry.value} (${entry.count}×)`)
          .join(', ')}${distinct > 8 ? ` and ${distinct - 8} more` : ''}; its columns are missing there (rows ${listed(rows, count)}).`,
  help: ({ nearest, known, alike }) =>
    (alike.length > 0
      ? `Keys compare as they are ` +
        `written, and "${alike[0]!.value}" is listed as "` +
        `${alike[0]!.known}"` +
        `${alike.length > 1 ? ` (${alike.length} such keys)` : ''}: write them alike.`
      : nearest !== null
        ? `Did you mean ${nearest}? `
        : `It lists ${known.slice(0, 6).join(', ')}${known.length > 6 ? ` and ${known.length - 6} more` : ''}. `) +
    (alike.length > 0 ? '' : 'Correct the key in one of the files, or add the row to the joined one.'),
  explanation: `Every row of answers looks up its key in the joined file. A key that is not listed finds nothing, so the joined columns
are missing in that row: it is reported with its row and value and counted among the data problems. A blank key is a missing answer and
is not reported.

Keys are names, and compare as they are written: \`01\` is not \`1\`, \`A\` is not \`a\`, and every digit of a long number counts.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'survey.csv': exampleSurvey(['71,C', '71,D']) },
    rightFiles: { 'survey.csv': exampleSurvey() },
  },
});

function listed(rows: readonly number[], count: number): string {
  return `${rows.join(', ')}${count > rows.length ? ` and ${count - rows.length} more` : ''}`;
}
