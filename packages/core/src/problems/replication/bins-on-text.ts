// Ranges of numbers asked of a column of texts.
import { defineProblem } from '../problem.ts';
import { exampleReplication, exampleSurvey, files } from './example.ts';

export const binsOnText = defineProblem<{ category: string; column: string; range: string; texts: readonly string[] }>()({
  code: 'SS334',
  name: 'bins-on-text',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleReplication(['age from q5', 'age from village']),
    right: exampleReplication(),
    files: { ...files, 'survey.csv': exampleSurvey() },
  },
});
