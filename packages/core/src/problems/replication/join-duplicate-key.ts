// A key that stands twice in the joined file.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleVillages, files } from './example.ts';

export const joinDuplicateKey = defineProblem<{ key: string; value: string; file: string; first: number; second: number }>({
  code: 'SS332',
  name: 'join-duplicate-key',
  severity: 'error',
  title: 'A key that stands twice in the joined file',
  message: ({ key, value, file, first, second }) =>
    `"${file}" has two rows with the ${key} ${value} (rows ${first} and ${second}): which one is meant?`,
  help: ({ file }) =>
    `Keep one row a key in "${file}". If each row is one case there as well, the two files are one: put them together before.`,
  explanation: `A join gives every row of answers the one row of the joined file that has its key: many respondents, one site. With two
rows for a key there would be two answers to which green space a site has, and taking either would be a guess.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'villages.csv': exampleVillages(['C,212', 'B,212']) },
    rightFiles: { 'villages.csv': exampleVillages() },
  },
});
