// A printed figure that its quantity cannot have.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const outsideRange = defineProblem<AuditFacts>({
  code: 'SS821',
  name: 'outside-range',
  severity: 'warning',
  title: 'A printed figure outside the values that its quantity can have',
  message: auditMessage,
  help: auditHelp,
  explanation: `Shares and probabilities lie between 0 and 1, percentages between 0 and 100, correlations and loadings between −1 and 1;
reliability is at most 1; counts, variances, F and χ² are not negative; scores lie on their scale. A figure outside is a slip, most often
of the decimal point.`,
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
