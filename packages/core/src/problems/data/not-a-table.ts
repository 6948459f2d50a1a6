// The data file is not a table of answers.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

export const notATable = defineProblem<{ file: string; looksLike: string; help: string }>({
  code: 'SS304',
  name: 'not-a-table',
  severity: 'error',
  title: 'The data file is not a table',
  message: ({ file, looksLike }) => `The data file "${file}" is not a table of answers: it is ${looksLike}.`,
  help: ({ help }) => help,
  explanation: `StudySpec reads CSV (plain text, one respondent a row, cells separated by commas, semicolons or tabs), files of SPSS
(\`.sav\`, \`.zsav\`) and of Stata (\`.dta\`). Giving a file the ending \`.csv\` does not make it one.

From **Excel** or WPS: *File › Save as › CSV UTF-8 (comma delimited)*.`,
  example: {
    command: 'check',
    wrong: exampleStudy(),
    right: exampleStudy(),
    files: { 'survey.csv': 'PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml xl/workbook.xml' },
    rightFiles: { 'survey.csv': exampleAnswers() },
  },
});
