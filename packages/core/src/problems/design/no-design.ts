// Design-based errors in a study that states no design.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

export const noDesign = defineProblem<{ regression: string }>()({
  code: 'SS530',
  name: 'no-design',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study('cluster village', '\nregression r { explain a  by b  errors survey }\n'),
    right: study('weight wt  cluster village', '\nregression r { explain a  by b  errors survey }\n'),
    files: { 'survey.csv': sample() },
  },
});
