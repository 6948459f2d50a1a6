// Rows that sum up the others are left out.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `name`: what stands where respondents have their id, '' where nothing does; `cells`: the first few behind it. */
export const summaryRows = defineProblem<{
  file: string;
  rows: readonly { readonly row: number; readonly name: string; readonly cells: readonly string[] }[];
}>()({
  code: 'SS318',
  name: 'summary-rows',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': `${exampleAnswers()}Mean,3.67,1.5\n` },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
