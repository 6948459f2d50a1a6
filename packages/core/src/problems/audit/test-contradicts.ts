// A coefficient whose printed t, p, stars or interval do not go together.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const testContradicts = defineProblem<AuditFacts>()({
  code: 'SS817',
  name: 'test-contradicts',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator y  on 1..5
indicator x1 on 1..5
indicator x2 on 1..5

regression m {
  explain y
  by      x1, x2
}

published "Paper" {
  m.y.n      = 103
  m.y.b(x1)  = 0.30
  m.y.se(x1) = 0.10
  m.y.t(x1)  = 5.00
}
`,
    right: `study "Example"

indicator y  on 1..5
indicator x1 on 1..5
indicator x2 on 1..5

regression m {
  explain y
  by      x1, x2
}

published "Paper" {
  m.y.n      = 103
  m.y.b(x1)  = 0.30
  m.y.se(x1) = 0.10
  m.y.t(x1)  = 3.00
}
`,
  },
});
