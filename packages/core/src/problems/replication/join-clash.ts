// A column that both files have.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleVillages, files } from './example.ts';

export const joinClash = defineProblem<{ columns: readonly string[]; file: string; main: string }>({
  code: 'SS333',
  name: 'join-clash',
  severity: 'warning',
  title: 'A column that both files have',
  message: ({ columns, file, main }) =>
    `${columns.map((name) => `"${name}"`).join(', ')} ` +
    `${columns.length === 1 ? 'is a column' : 'are columns'} of "` +
    `${main}" and of "${file}"; that of "${main}" is used.`,
  help: ({ file }) => `Rename the column in "${file}" if you want to use it.`,
  explanation: `The columns of a joined file stand beside those of the answers under their own names. Where both have a column of the
same name, the name means the answers' own, and the joined one cannot be reached.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'villages.csv': exampleVillages(['village,households', 'village,q5']) },
    rightFiles: { 'villages.csv': exampleVillages() },
  },
});
