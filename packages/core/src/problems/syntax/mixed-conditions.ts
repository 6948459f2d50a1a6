// and beside or, without parentheses.
import { files, spec } from '../names/example.ts';
import { defineProblem } from '../problem.ts';

export const mixedConditions = defineProblem<Record<string, never>>()({
  code: 'SS123',
  name: 'mixed-conditions',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
category sex {
  male = 1
  female = 2
}
regression r {
  explain a
  by b
  where sex is male and b > 1 or c > 2
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
category sex {
  male = 1
  female = 2
}
regression r {
  explain a
  by b
  where sex is male and (b > 1 or c > 2)
}`),
    files,
  },
});
