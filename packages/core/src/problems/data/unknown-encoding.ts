// No encoding has that name.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const unknownEncoding = defineProblem<{ encoding: string; nearest: string | null }>()({
  code: 'SS306',
  name: 'unknown-encoding',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['  id id\n', '  encoding gb1803\n  id id\n']),
    right: exampleStudy(['  id id\n', '  encoding gb18030\n  id id\n']),
    files: { 'survey.csv': exampleAnswers() },
  },
});
