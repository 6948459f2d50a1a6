// Alpha, KMO, Bartlett's test and eigenvalues that do not go together.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const reliabilityContradicts = defineProblem<AuditFacts>({
  code: 'SS823',
  name: 'reliability-contradicts',
  severity: 'warning',
  title: 'Alpha, KMO, Bartlett’s test or eigenvalues that do not go together',
  message: auditMessage,
  help: auditHelp,
  explanation: `α = p/(p − 1)·(1 − Σs²/(p·S)²), from the SDs of the items and of their mean; KMO lies between the smallest and the
largest MSA; Bartlett's χ² has p(p − 1)/2 degrees of freedom and its p; eigenvalues fall, and sum to the number of items.`,
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
