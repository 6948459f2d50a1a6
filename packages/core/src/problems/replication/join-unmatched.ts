// A key that the joined file does not list.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleSurvey, files } from './example.ts';

/** `rows`: the first of them, by number; `alike`: keys that the file lists in another spelling. */
export const joinUnmatched = defineProblem<{
  key: string;
  file: string;
  row: number;
  id: string | null;
  value: string;
  rows: readonly number[];
  count: number;
  values: readonly { readonly value: string; readonly count: number }[];
  distinct: number;
  nearest: string | null;
  known: readonly string[];
  alike: readonly { readonly value: string; readonly known: string }[];
}>()({
  code: 'SS331',
  name: 'join-unmatched',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    right: exampleReplication(['id nr }', 'id nr  join "villages.csv" on village }']),
    files: { ...files, 'survey.csv': exampleSurvey(['71,C', '71,D']) },
    rightFiles: { 'survey.csv': exampleSurvey() },
  },
});
