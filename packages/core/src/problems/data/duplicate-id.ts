// Two respondents have the same number.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const duplicateId = defineProblem<{ id: string; first: number; second: number; count: number }>({
  code: 'SS327',
  name: 'duplicate-id',
  severity: 'warning',
  title: 'Two respondents have the same number',
  message: ({ id, first, second, count }) =>
    `Rows ${first} and ${second} have the same id "${id}"${count > 1 ? `; ${count} rows repeat an id` : ''}. Both are counted.`,
  help: () => 'If one questionnaire was entered twice, delete one of the rows; if two people got the same number, correct it.',
  explanation: `The column that \`id\` names must tell respondents apart. When an id stands twice, a questionnaire may have been entered
twice, and that person would count double in every statistic. Nothing is deleted for you: both rows are used until the file is mended.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers(['V08', 'V02']) },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
