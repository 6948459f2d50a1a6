// Excel has cut digits off long keys.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const shortenedKeys = defineProblem<{ column: string; file: string; example: string; count: number }>()({
  code: 'SS336',
  name: 'shortened-keys',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V08', '5.20424E+17'], ['V09', '5.20425E+17']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
