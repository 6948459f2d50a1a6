// Printed counts that do not sum to their total.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const partsMissTotal = defineProblem<AuditFacts>()({
  code: 'SS805',
  name: 'parts-miss-total',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

category sex { male = 1  female = 2 }

published "Paper" {
  sex.n            = 300
  sex.male.count   = 190
  sex.female.count = 118
}
`,
    right: `study "Example"

category sex { male = 1  female = 2 }

published "Paper" {
  sex.n            = 308
  sex.male.count   = 190
  sex.female.count = 118
}
`,
  },
});
