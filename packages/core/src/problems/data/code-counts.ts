// A missing code of the data that counts as an answer here.
import type { NamedGroup } from '../phrases.ts';
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const codeCounts = defineProblem<{
  variable: string;
  values: string;
  several: boolean;
  rows: number;
  codes: string;
  from: NamedGroup | null;
}>()({
  code: 'SS345',
  name: 'code-counts',
  severity: 'info',
  example: {
    command: 'check',
    wrong: exampleStudy(
      ['  missing blank\n', '  missing 5 | 9\n'],
      ['indicator happy "Happier than before the move" on agreement\n', 'number happy "Hours of sun" missing 9\n'],
    ),
    right: exampleStudy(
      ['  missing blank\n', '  missing 5 | 9\n'],
      ['indicator happy "Happier than before the move" on agreement\n', 'number happy "Hours of sun" missing 9 | 5\n'],
    ),
    files: { 'survey.csv': exampleAnswers() },
  },
});
