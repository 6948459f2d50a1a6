// A map in a study that replicates nothing.
import { defineProblem } from '../problem.ts';
import { exampleSurvey } from './example.ts';

export const mapWithoutOriginal = defineProblem<{ kind: string }>()({
  code: 'SS241',
  name: 'map-without-original',
  severity: 'error',
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
