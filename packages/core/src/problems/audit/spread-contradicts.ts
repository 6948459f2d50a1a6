// Smallest, largest, mean, median and SD of one group that do not go together.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const spreadContradicts = defineProblem<AuditFacts>()({
  code: 'SS822',
  name: 'spread-contradicts',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

number income from income

published "Paper" {
  income.mean = 3.2
  income.min  = 4.1
  income.max  = 9.8
}
`,
    right: `study "Example"

number income from income

published "Paper" {
  income.mean = 5.2
  income.min  = 4.1
  income.max  = 9.8
}
`,
  },
});
