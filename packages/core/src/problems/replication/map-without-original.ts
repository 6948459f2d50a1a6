// A map in a study that replicates nothing.
import { defineProblem } from '../problem.ts';
import { exampleSurvey } from './example.ts';

export const mapWithoutOriginal = defineProblem<{ kind: string }>({
  code: 'SS241',
  name: 'map-without-original',
  severity: 'error',
  title: 'A map in a study that replicates nothing',
  message: ({ kind }) => `This ${kind} has a map but replicates nothing that could be mapped.`,
  help: ({ kind }) =>
    `Name the original: \`${kind} "…" replicates "original.study"\`. In a study of its own, ` +
    `columns and codes ` +
    `stand in the ` +
    `declarations: \`category sex from q4 { male = 1  female = 2 }\`.`,
  explanation: `A map translates between two surveys: what the original asked, and how this one asked it. Without an original there is
nothing to translate.`,
  example: {
    command: 'check',
    wrong: `study "Alone"

data "survey.csv" { id nr }

indicator q1 on 1..5

map { q1 from q1 }
`,
    right: `study "Alone"

data "survey.csv" { id nr }

indicator q1 on 1..5
`,
    files: { 'survey.csv': exampleSurvey(), 'original.study': 'framework "Elsewhere"\nindicator q1 on 1..5\n' },
  },
});
