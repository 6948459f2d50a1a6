// A level that no code of this survey reaches.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const levelWithoutCode = defineProblem<{ category: string; levels: readonly string[]; reference: string | null }>()({
  code: 'SS243',
  name: 'level-without-code',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleReplication([', old = 41.. }', ' }']),
    right: exampleReplication(),
    files: { ...files, 'survey.csv': 'nr,q1,q2,q3,q4,q5\n1,4,2,5,1,23\n2,2,5,2,2,35\n3,5,1,4,1,29\n' },
    rightFiles: { 'survey.csv': files['survey.csv'] },
  },
});
