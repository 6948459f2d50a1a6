// One quantity that is printed with two values.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const figurePrintedTwice = defineProblem<AuditFacts>()({
  code: 'SS819',
  name: 'printed-twice',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5

published "Paper" {
  a.mean = 3.35
  a.mean = 3.53
}
`,
    right: `study "Example"

indicator a on 1..5

published "Paper" {
  a.mean = 3.35
  a.mean = 3.4
}
`,
  },
});
