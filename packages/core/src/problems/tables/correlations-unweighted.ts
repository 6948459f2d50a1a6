// A table of correlations in a study with weights.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const correlationsUnweighted = defineProblem<{ name: string }>()({
  code: 'SS415',
  name: 'correlations-unweighted',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('number a\nnumber b\n\ncorrelate table1 { of a, b }', 'weight age'),
    right: study('number a\nnumber b\n\ncorrelate table1 { of a, b  unweighted }', 'weight age'),
    files: { 'survey.csv': csv() },
  },
});
