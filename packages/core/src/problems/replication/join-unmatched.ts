// A key that the joined file does not list.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleSurvey, files } from './example.ts';

export const joinUnmatched = defineProblem<{ key: string; file: string; where: string; value: string; count: number; values: readonly { readonly value: string; readonly count: number }[]; distinct: number; nearest: string | null; known: readonly string[] }>({
  code: 'SS331',
  name: 'join-unmatched',
  severity: 'warning',
  title: 'A key that the joined file does not list',
  message: ({ key, file, where, value, count, values, distinct }) => (distinct === 1
    ? `${where}, ${key}: "${file}" has no ${value}; its columns are missing there${count > 1 ? ` (${count} such rows).` : '.'}`
    : `${count} rows have a ${key} that "${file}" does not list: ${values.slice(0, 5).map((entry) => `${entry.value} (${entry.count}×)`).join(', ')}${distinct > 5 ? ` and ${distinct - 5} more` : ''}; its columns are missing there.`),
  help: ({ nearest, known }) => (nearest !== null ? `Did you mean ${nearest}? ` : `It lists ${known.slice(0, 6).join(', ')}${known.length > 6 ? ` and ${known.length - 6} more` : ''}. `) + 'Correct the key in one of the files, or add the row to the joined one.',
  explanation: `Every row of answers looks up its key in the joined file. A key that is not listed finds nothing, so the joined columns are missing in that row:
it is reported with its row and value and counted among the data problems. A blank key is a missing answer and is not reported.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'survey.csv': exampleSurvey(['71,C', '71,D']) },
    rightFiles: { 'survey.csv': exampleSurvey() },
  },
});
