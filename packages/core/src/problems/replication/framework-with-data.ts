// A framework that names data.
import { defineProblem } from '../problem.ts';
import { exampleSurvey } from './example.ts';

export const frameworkWithData = defineProblem<Record<never, never>>({
  code: 'SS250',
  name: 'framework-with-data',
  severity: 'error',
  title: 'A framework that names data',
  message: () => 'A framework has no data; this one names some.',
  help: () => 'Begin the file with `study` instead of `framework`, or put the data block into a study that replicates it.',
  explanation: `A framework says what is asked and how it is analysed, for any survey: it can be checked and replicated, not run. A file
with data is a study. A study can be replicated as well: its data block is never inherited.`,
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
