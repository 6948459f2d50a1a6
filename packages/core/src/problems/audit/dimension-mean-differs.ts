// A dimension whose printed mean is not the mean of its items.
import { defineProblem } from '../problem.ts';
import type { AuditFacts } from './facts.ts';

export const dimensionMeanDiffers = defineProblem<AuditFacts>()({
  code: 'SS803',
  name: 'dimension-mean-differs',
  severity: 'warning',
  example: {
    command: 'check',
    wrong: `study "Example"

dimension d on 1..5 {
  indicator a
  indicator b
  indicator c
}

published "Paper" {
  a.mean = 3.10
  b.mean = 3.50
  c.mean = 2.10
  d.mean = 3.50
}
`,
    right: `study "Example"

dimension d on 1..5 {
  indicator a
  indicator b
  indicator c
}

published "Paper" {
  a.mean = 3.10
  b.mean = 3.50
  c.mean = 3.90
  d.mean = 3.50
}
`,
  },
});
