// Two names that are no run of columns.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const noRun = defineProblem<{
  first: string;
  last: string /** The end that has no column; null: they stand the other way round. */;
  computed: string | null;
}>()({
  code: 'SS346',
  name: 'no-run',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `${exampleStudy()}\nnumber both = mean(sex..happy)\n`,
    right: `${exampleStudy()}\nnumber both = mean(happy..sex)\n`,
    files: { 'survey.csv': exampleAnswers() },
  },
});
