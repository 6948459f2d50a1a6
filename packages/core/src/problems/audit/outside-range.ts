// A printed figure that its quantity cannot have.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const outsideRange = defineProblem<AuditFacts>()({
  code: 'SS821',
  name: 'outside-range',
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
  i.kmo = 8.12
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
  i.kmo = 0.812
}
`,
  },
});
