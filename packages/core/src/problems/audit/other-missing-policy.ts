// A regression whose cases do not go with the stated missing policy.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const otherMissingPolicy = defineProblem<AuditFacts>({
  code: 'SS810',
  name: 'other-missing-policy',
  severity: 'warning',
  title: 'A model that rests on other cases than the study says',
  message: auditMessage,
  help: auditHelp,
  explanation: `Leaving out everybody with a missing value cannot leave more cases than answered the predictor with the fewest answers. A
model with more cases has replaced missing values, usually by means, which understates its standard errors: substituted values count as
observed.`,
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
