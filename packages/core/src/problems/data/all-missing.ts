// Nobody has answered the question.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const allMissing = defineProblem<{ variable: string; column: string; rows: number }>({
  code: 'SS328',
  name: 'all-missing',
  severity: 'error',
  title: 'Nobody has answered the question',
  message: ({ variable, column, rows }) => `${variable}: all ${rows} answers in column "${column}" are missing.`,
  help: () =>
    'Check that it is the right column and that `missing` does not list real answers; if the question was not asked, take it out.',
  explanation: `Every cell of the column is blank or holds a code that \`missing\` lists, so nothing can be computed from it. The column
may have been left empty in the export, or \`missing\` names a code that is a real answer to this question. A variable's own \`missing\`
replaces the data block's.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': exampleAnswers().replaceAll(/^(V\d\d),\d/gmu, '$1,') },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
