// A claim that the printed tables do not bear out.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const claimNotBorneOut = defineProblem<AuditFacts>()({
  code: 'SS820',
  name: 'claim-not-borne-out',
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

hypothesis helps { m.y.beta(x1) > 0 }

published "Paper" {
  m.y.beta(x1) = -0.12
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

hypothesis helps { m.y.beta(x1) > 0 }

published "Paper" {
  m.y.beta(x1) = 0.12
}
`,
  },
});
