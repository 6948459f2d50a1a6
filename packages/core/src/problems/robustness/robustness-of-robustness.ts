// A robustness of a number that a robustness has.
import { defineProblem } from '../problem.ts';
import { files, robust } from './example.ts';

export const robustnessOfRobustness = defineProblem<{ name: string; number: string; robustness: string }>()({
  code: 'SS542',
  name: 'robustness-of-robustness',
  severity: 'error',
  example: {
    command: 'check',
    wrong: robust('errors hc0 | hc3 }\nrobustness again of choices.share { missing listwise | mean'),
    right: robust('errors hc0 | hc3 }\nrobustness again of r.a.b(age) { missing listwise | mean'),
    files,
  },
});
