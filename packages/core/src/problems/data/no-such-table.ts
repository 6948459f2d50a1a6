// Which table of a database file holds the answers is not said, or said of one that is not there.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `table`: null where none is named. `tables`: those that there are; null where the file is no database. */
export const noSuchTable = defineProblem<{
  file: string;
  table: string | null;
  tables: readonly string[] | null;
  nearest: string | null;
}>()({
  code: 'SS387',
  name: 'no-such-table',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv" {\n', 'survey.csv" {\n  table "answers"\n']),
    right: exampleStudy(['survey.csv" {\n', 'survey.csv" {\n']),
    files: { 'survey.csv': exampleAnswers() },
  },
});
