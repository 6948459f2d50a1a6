// Two names that are no run of columns.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const noRun = defineProblem<{
  first: string;
  last: string /** The end that has no column; null: they stand the other way round. */;
  computed: string | null;
}>({
  code: 'SS346',
  name: 'no-run',
  severity: 'error',
  title: 'Two names that are no run of columns',
  message: ({ first, last, computed }) =>
    computed === null
      ? `${first}..${last} is no run of columns: in the file, ${last} stands before ${first}.`
      : `${first}..${last} is no run of columns: ${computed} has no column in the file.`,
  help: ({ first, last, computed }) =>
    computed === null ? `Write \`${last}..${first}\`, or name the columns one by one.` : 'Name them one by one, with commas.',
  explanation: `In a formula \`mean(s1..s4)\` stands for every column from s1 to s4 in the order of the data file, as SPSS has it with
TO. Both ends must be columns, the first before the last. Columns that are declared bring their coded values: reversed where they are,
without their missing codes.`,
  example: {
    command: 'check',
    wrong: `${exampleStudy()}\nnumber both = mean(sex..happy)\n`,
    right: `${exampleStudy()}\nnumber both = mean(happy..sex)\n`,
    files: { 'survey.csv': exampleAnswers() },
  },
});
