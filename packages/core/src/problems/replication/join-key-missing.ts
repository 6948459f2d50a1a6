// A file without the column that it is joined by.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleVillages, files } from './example.ts';

export const joinKeyMissing = defineProblem<{
  key: string;
  file: string;
  other: string;
  side: 'answers' | 'joined';
  nearest: string | null;
  columns: readonly string[];
}>({
  code: 'SS330',
  name: 'join-key-missing',
  severity: 'error',
  title: 'A file without the column that it is joined by',
  message: ({ key, file, other }) => `"${file}" has no column "${key}", by which it is joined with "${other}".`,
  help: ({ nearest, columns, side, key }) =>
    (nearest === null
      ? `Its columns are ${columns
          .slice(0, 8)
          .map((name) => `"${name}"`)
          .join(', ')}${columns.length > 8 ? ` and ${columns.length - 8} more` : ''}.`
      : `Did you mean "${nearest}"?`) +
    (side === 'answers'
      ? ` A column of another name or with other codes is mapped: \`map { ${key} from q1 { "A" = 1 } }\`.`
      : ' The key has the same name in both files.'),
  explanation: `\`join "sites.csv" on site\` gives every row of answers the columns of the one row of \`sites.csv\` that has the same
\`site\`. Both files need that column. Where the answers have it under another name or with other codes, a map line makes it: \`site from
q1 { "Qianxi-1" = 1 }\`.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'villages.csv': exampleVillages(['village,households', 'vilage,households']) },
    rightFiles: { 'villages.csv': exampleVillages() },
  },
});
