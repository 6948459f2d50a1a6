// Something that has no weighted form, in a study with weights.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const notWeighted = defineProblem<{ name: string; kind: string; word: string | null }>()({
  code: 'SS529',
  name: 'not-weighted',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study('weight wt', '\nregression r { explain a  by b  errors hc3 }\n'),
    right: study('weight wt', '\nregression r { explain a  by b  errors survey }\n'),
    files: { 'survey.csv': sample() },
  },
});
