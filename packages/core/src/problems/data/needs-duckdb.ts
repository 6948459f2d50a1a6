// A DuckDB file, where nothing is that reads one.
import { defineProblem } from '../problem.ts';
import { exampleAnswers, exampleStudy } from './example-study.ts';

/** `lacks`: the package, which can be installed; or a machine: a browser has no files that DuckDB could open. */
export const needsDuckdb = defineProblem<{ file: string; lacks: 'package' | 'machine' | 'working package'; reason: string | null }>()({
  code: 'SS386',
  name: 'needs-duckdb',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['survey.csv', 'survey.duckdb']),
    right: exampleStudy(['survey.csv', 'survey.csv']),
    files: { 'survey.duckdb': '12345678DUCK@', 'survey.csv': exampleAnswers() },
  },
});
