// A regression whose cases do not go with the stated missing policy.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const otherMissingPolicy = defineProblem<AuditFacts>()({
  code: 'SS810',
  name: 'other-missing-policy',
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
  x1.n  = 90
  m.y.n = 103
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
  x1.n  = 90
  m.y.n = 88
}
`,
  },
});
