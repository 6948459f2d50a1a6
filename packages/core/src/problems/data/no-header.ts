// The first row holds numbers instead of names.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const noHeader = defineProblem<{ file: string; first: string }>()({
  code: 'SS313',
  name: 'no-header',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['  id id\n', '']),
    right: exampleStudy(['  id id\n', '']),
    files: { 'survey.csv': '4,1\n5,2\n3,1\n4,2\n2,1\n4,2\n5,1\n3,2\n4,1\n1,2\n4,1\n5,2\n' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
