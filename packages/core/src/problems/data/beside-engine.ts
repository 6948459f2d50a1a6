// A clause that is about files, or about what a table's counts cannot tell, beside a table of a database.
import { defineProblem } from '../problem.ts';
import { exampleStudy } from './example-study.ts';

export const besideEngine = defineProblem<{ word: string; engine: string }>()({
  code: 'SS385',
  name: 'beside-engine',
  severity: 'error',
  example: {
    command: 'check',
    wrong: exampleStudy(['data "survey.csv" {\n  id id', 'data postgres "public.survey" {\n  id id']),
    right: exampleStudy(['data "survey.csv" {\n  id id', 'data "survey.csv" {\n  id id']),
    files: { 'survey.csv': 'id,happy,sex\nV01,4,1\nV02,5,2\nV03,3,1\n' },
  },
});
