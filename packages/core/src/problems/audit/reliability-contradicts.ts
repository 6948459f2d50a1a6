// Alpha, KMO, Bartlett's test and eigenvalues that do not go together.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const reliabilityContradicts = defineProblem<AuditFacts>()({
  code: 'SS823',
  name: 'reliability-contradicts',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5

index i {
  of a, b, c
  component x marked by a
}

published "Paper" {
  i.eigenvalue(1) = 1.21
  i.eigenvalue(2) = 1.52
}
`,
    right: `study "Example"

indicator a on 1..5
indicator b on 1..5
indicator c on 1..5

index i {
  of a, b, c
  component x marked by a
}

published "Paper" {
  i.eigenvalue(1) = 1.52
  i.eigenvalue(2) = 1.21
}
`,
  },
});
