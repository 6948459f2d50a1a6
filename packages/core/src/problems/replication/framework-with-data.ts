// A framework that names data.
import { defineProblem } from '../problem.ts';
import { exampleSurvey } from './example.ts';

export const frameworkWithData = defineProblem<Record<never, never>>()({
  code: 'SS250',
  name: 'framework-with-data',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `framework "Trust"

data "survey.csv" { id nr }

indicator q1 on 1..5
`,
    right: `study "Trust"

data "survey.csv" { id nr }

indicator q1 on 1..5
`,
    files: { 'survey.csv': exampleSurvey() },
  },
});
