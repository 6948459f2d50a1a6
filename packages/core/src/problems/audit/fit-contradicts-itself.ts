// A regression whose printed F, R² and n do not go together.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const fitContradictsItself = defineProblem<AuditFacts>()({
  code: 'SS809',
  name: 'fit-contradicts-itself',
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
  m.y.n  = 103
  m.y.r2 = 0.300
  m.y.f  = 12.43
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
  m.y.n  = 103
  m.y.r2 = 0.300
  m.y.f  = 21.43
}
`,
  },
});
