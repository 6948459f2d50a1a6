// Keys that look alike.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `same`: they are one key, written in two ways; else they are two. */
export const lookAlikeKeys = defineProblem<{ column: string; file: string; first: string; second: string; same: boolean; count: number }>()(
  {
    code: 'SS335',
    name: 'look-alike-keys',
    severity: 'warning',
    example: {
      command: 'check',
      wrong: exampleStudy(),
      right: exampleStudy(),
      files: { 'survey.csv': exampleAnswers(['V08', 'v02']) },
      rightFiles: { 'survey.csv': exampleAnswers() },
    },
  },
);
