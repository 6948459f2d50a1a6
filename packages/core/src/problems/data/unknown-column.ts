// The data file has no such column.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unknownColumn = defineProblem<{ column: string; file: string; nearest: string | null; columns: readonly string[] }>()({
  code: 'SS320',
  name: 'unknown-column',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['on agreement\n', 'from hapy on agreement\n']),
    right: exampleStudy(['on agreement\n', 'from happy on agreement\n']),
    files: { 'survey.csv': exampleAnswers() },
  },
});
