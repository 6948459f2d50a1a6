// A level that no code of this survey reaches.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const levelWithoutCode = defineProblem<{ category: string; levels: readonly string[]; reference: string | null }>({
  code: 'SS243',
  name: 'level-without-code',
  severity: 'warning',
  title: 'A level that no code of this survey reaches',
  message: ({ category, levels }) =>
    `The map gives ` +
    `no code to ${levels.map((level) => `${category}.${level}`).join(' and ')}: nobody can be in ` +
    `${levels.length === 1 ? 'it' : 'them'}.`,
  help: ({ category, levels, reference }) =>
    reference === null
      ? `Add ${levels.length === 1 ? 'its' : 'their'} codes: \`${levels[0]} = …\`. If this ` +
        `survey does ` +
        `not have the ` +
        `level, leave ` +
        `it: it counts 0, and its coefficients are not estimated.`
      : `${reference} is the reference: without it the other levels have nothing to be compared ` +
        `with. Add its ` +
        `code, or name ` +
        `another: \`category ${category} { reference ${levels.includes(reference) ? '…' : reference} }\`.`,
  explanation: `A map line states all codes of a category anew, since codes are never inherited: 1 may mean women here and men there. A
level that gets none has no cases in this survey. That can be right (the survey has no town), and it can be an oversight.`,
  example: {
    command: 'check',
    wrong: exampleReplication([', old = 41.. }', ' }']),
    right: exampleReplication(),
    files: { ...files, 'survey.csv': 'nr,q1,q2,q3,q4,q5\n1,4,2,5,1,23\n2,2,5,2,2,35\n3,5,1,4,1,29\n' },
    rightFiles: { 'survey.csv': files['survey.csv'] },
  },
});
