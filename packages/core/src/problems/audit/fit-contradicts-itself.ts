// A regression whose printed F, R² and n do not go together.
import { defineProblem } from '../problem.ts';
import { auditHelp, auditMessage, type AuditFacts } from './facts.ts';

export const fitContradictsItself = defineProblem<AuditFacts>({
  code: 'SS809',
  name: 'fit-contradicts-itself',
  severity: 'warning',
  title: 'F, R², n and the coefficients of a model do not go together',
  message: auditMessage,
  help: auditHelp,
  explanation: `F = (R²/k)/((1 − R²)/(n − k − 1)) and adjusted R² = 1 − (1 − R²)(n − 1)/(n − k − 1): any two of them give the third, so
that a wrong n or a misprint shows. The n that would do tells which cases the model really used. An F of 0 means that every coefficient
is 0.`,
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
